package pcapio

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// appendStrftime appends t in the words of strftime(3), C locale. What is no
// conversion of it stays as it is.
func appendStrftime(dst []byte, layout string, t time.Time) []byte {
	for i := 0; i < len(layout); i++ {
		if layout[i] != '%' || i+1 == len(layout) {
			dst = append(dst, layout[i])
			continue
		}
		i++
		if (layout[i] == 'E' || layout[i] == 'O') && i+1 < len(layout) {
			i++ // the locale's alternative: the C locale has none
		}
		dst = appendConversion(dst, layout[i], t)
	}
	return dst
}

func appendConversion(dst []byte, verb byte, t time.Time) []byte {
	if f, ok := goLayout(verb); ok {
		return t.AppendFormat(dst, f)
	}
	switch verb {
	case 'C':
		return pad(dst, t.Year()/100, 2, '0')
	case 'g':
		y, _ := t.ISOWeek()
		return pad(dst, y%100, 2, '0')
	case 'G':
		y, _ := t.ISOWeek()
		return strconv.AppendInt(dst, int64(y), 10)
	case 'k':
		return pad(dst, t.Hour(), 2, ' ')
	case 'l':
		return pad(dst, (t.Hour()+11)%12+1, 2, ' ')
	case 'n':
		return append(dst, '\n')
	case 's':
		return strconv.AppendInt(dst, t.Unix(), 10)
	case 't':
		return append(dst, '\t')
	case 'u':
		return pad(dst, (int(t.Weekday())+6)%7+1, 1, '0')
	case 'w':
		return pad(dst, int(t.Weekday()), 1, '0')
	case 'U':
		return pad(dst, (t.YearDay()+6-int(t.Weekday()))/7, 2, '0')
	case 'W':
		return pad(dst, (t.YearDay()+6-(int(t.Weekday())+6)%7)/7, 2, '0')
	case 'V':
		_, w := t.ISOWeek()
		return pad(dst, w, 2, '0')
	case '%':
		return append(dst, '%')
	}
	return append(dst, '%', verb)
}

// goLayout returns package time's layout for a conversion that has one.
func goLayout(verb byte) (string, bool) {
	switch verb {
	case 'a':
		return "Mon", true
	case 'A':
		return "Monday", true
	case 'b', 'h':
		return "Jan", true
	case 'B':
		return "January", true
	case 'c':
		return "Mon Jan _2 15:04:05 2006", true
	case 'd':
		return "02", true
	case 'D', 'x':
		return "01/02/06", true
	case 'e':
		return "_2", true
	case 'F':
		return "2006-01-02", true
	case 'H':
		return "15", true
	case 'I':
		return "03", true
	case 'j':
		return "002", true
	case 'm':
		return "01", true
	case 'M':
		return "04", true
	case 'p':
		return "PM", true
	case 'P':
		return "pm", true
	case 'r':
		return "03:04:05 PM", true
	case 'R':
		return "15:04", true
	case 'S':
		return "05", true
	case 'T', 'X':
		return "15:04:05", true
	case 'y':
		return "06", true
	case 'Y':
		return "2006", true
	case 'z':
		return "-0700", true
	case 'Z':
		return "MST", true
	}
	return "", false
}

func pad(dst []byte, n, width int, fill byte) []byte {
	s := strconv.Itoa(n)
	for range width - len(s) {
		dst = append(dst, fill)
	}
	return append(dst, s...)
}

// numbered puts a number of at least the given width behind a name, but before
// an ending that tells the compression: "x.pcap.gz" becomes "x.pcap1.gz".
func numbered(name string, n, width int) string {
	end := ""
	if CompressionFor(name) != None {
		end = filepath.Ext(name)
		name = strings.TrimSuffix(name, end)
	}
	return fmt.Sprintf("%s%0*d%s", name, width, n, end)
}

// FormatFor returns the format that a file's name asks for: Pcapng if it ends
// in .pcapng or .ntar, perhaps followed by a compression's ending, else Pcap.
func FormatFor(name string) Format {
	if CompressionFor(name) != None {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if strings.HasSuffix(name, ".pcapng") || strings.HasSuffix(name, ".ntar") {
		return Pcapng
	}
	return Pcap
}
