package text

func (p *printer) dnsTCP(b []byte, n int) {}
