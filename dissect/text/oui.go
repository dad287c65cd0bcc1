package text

// vendors are the makers that tcpdump names, by the first three bytes of a hardware address.
var vendors []token
