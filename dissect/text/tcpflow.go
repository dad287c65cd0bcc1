package text

// tcpFlows remembers where the sequence numbers of TCP connections began.
type tcpFlows struct{}
