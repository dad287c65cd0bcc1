package text

var ikeTransforms = []token{
	{1, "ike"},
}

var ikeAHTransforms = []token{
	{1, "(reserved)"},
	{2, "md5"},
	{3, "sha"},
	{4, "1des"},
	{5, "sha2-256"},
	{6, "sha2-384"},
	{7, "sha2-512"},
}

var ikeESPTransforms = []token{
	{1, "1des-iv64"},
	{2, "1des"},
	{3, "3des"},
	{4, "rc5"},
	{5, "idea"},
	{6, "cast"},
	{7, "blowfish"},
	{8, "3idea"},
	{9, "1des-iv32"},
	{10, "rc4"},
	{11, "null"},
	{12, "aes"},
}

var ikeIPCompTransforms = []token{
	{1, "oui"},
	{2, "deflate"},
	{3, "lzs"},
}

// IKE version 1 has names for all but the last.
var ikeGroups = ikeGroups2[:17]

var ikeGroups2 = []token{
	{1, "modp768"},
	{2, "modp1024"},
	{3, "EC2N 2^155"},
	{4, "EC2N 2^185"},
	{5, "modp1536"},
	{6, "iana-grp06"},
	{7, "iana-grp07"},
	{8, "iana-grp08"},
	{9, "iana-grp09"},
	{10, "iana-grp10"},
	{11, "iana-grp11"},
	{12, "iana-grp12"},
	{13, "iana-grp13"},
	{14, "modp2048"},
	{15, "modp3072"},
	{16, "modp4096"},
	{17, "modp6144"},
	{18, "modp8192"},
}

var ikePRFs2 = []token{
	{1, "hmac-md5"},
	{2, "hmac-sha"},
	{3, "hmac-tiger"},
	{4, "aes128_xcbc"},
}

var ikeIntegrity2 = []token{
	{1, "hmac-md5"},
	{2, "hmac-sha"},
	{3, "dec-mac"},
	{4, "kpdk-md5"},
	{5, "aes-xcbc"},
}

var ikeESN2 = []token{
	{0, "no-esn"},
	{1, "esn"},
}

var ikeTransformTypes2 = []token{
	{1, "encr"},
	{2, "prf"},
	{3, "integ"},
	{4, "dh"},
	{5, "esn"},
}

// An ikeAttribute is how a data attribute is printed; which one it is, is its
// place in a table.
type ikeAttribute struct {
	name   string
	values []token
}

// ikeAttributes are those of RFC 2409 appendix A.
var ikeAttributes = []ikeAttribute{
	1:  {"enc", []token{{1, "1des"}, {2, "idea"}, {3, "blowfish"}, {4, "rc5"}, {5, "3des"}, {6, "cast"}, {7, "aes"}}},
	2:  {"hash", []token{{1, "md5"}, {2, "sha1"}, {3, "tiger"}, {4, "sha2-256"}, {5, "sha2-384"}, {6, "sha2-512"}}},
	3:  {"auth", []token{{1, "preshared"}, {2, "dss"}, {3, "rsa sig"}, {4, "rsa enc"}, {5, "rsa enc revised"}}},
	4:  {"group desc", ikeGroups},
	5:  {"group type", []token{{1, "MODP"}, {2, "ECP"}, {3, "EC2N"}}},
	6:  {"group prime", nil},
	7:  {"group gen1", nil},
	8:  {"group gen2", nil},
	9:  {"group curve A", nil},
	10: {"group curve B", nil},
	11: {"lifetype", []token{{1, "sec"}, {2, "kb"}}},
	12: {"lifeduration", nil},
	13: {"prf", nil},
	14: {"keylen", nil},
	15: {"field", nil},
	16: {"order", nil},
}

// ipsecAttributes are those of RFC 2407 section 4.5.
var ipsecAttributes = []ikeAttribute{
	1: {"lifetype", []token{{1, "sec"}, {2, "kb"}}},
	2: {"life", nil},
	3: {"group desc", ikeGroups},
	4: {"enc mode", []token{{1, "tunnel"}, {2, "transport"}}},
	5: {"auth", []token{{1, "hmac-md5"}, {2, "hmac-sha1"}, {3, "1des-mac"}, {4, "keyed"}}},
	6: {"keylen", nil},
	7: {"rounds", nil},
	8: {"dictsize", nil},
	9: {"privalg", nil},
}

// ikeAttributes2 are those of RFC 7296 section 3.3.5.
var ikeAttributes2 = []ikeAttribute{14: {"keylen", nil}}

var ikeCertTypes = []token{
	{0, "none"},
	{1, "pkcs7"},
	{2, "pgp"},
	{3, "dns"},
	{4, "x509sign"},
	{5, "x509ke"},
	{6, "kerberos"},
	{7, "crl"},
	{8, "arl"},
	{9, "spki"},
	{10, "x509attr"},
}

// Types of identities (RFC 2407 section 4.6.2.1).
const (
	ikeIDIPv4      = 1
	ikeIDName      = 2
	ikeIDUser      = 3
	ikeIDIPv4Net   = 4
	ikeIDIPv6      = 5
	ikeIDIPv6Net   = 6
	ikeIDIPv4Range = 7
	ikeIDIPv6Range = 8
)

var ikeIDTypes = []token{
	{ikeIDIPv4, "IPv4"},
	{ikeIDName, "FQDN"},
	{ikeIDUser, "user FQDN"},
	{ikeIDIPv4Net, "IPv4net"},
	{ikeIDIPv6, "IPv6"},
	{ikeIDIPv6Net, "IPv6net"},
	{ikeIDIPv4Range, "IPv4range"},
	{ikeIDIPv6Range, "IPv6range"},
	{9, "ASN1 DN"},
	{10, "ASN1 GN"},
	{11, "keyid"},
}

var ikeNotifyErrors = []token{
	{1, "INVALID-PAYLOAD-TYPE"},
	{2, "DOI-NOT-SUPPORTED"},
	{3, "SITUATION-NOT-SUPPORTED"},
	{4, "INVALID-COOKIE"},
	{5, "INVALID-MAJOR-VERSION"},
	{6, "INVALID-MINOR-VERSION"},
	{7, "INVALID-EXCHANGE-TYPE"},
	{8, "INVALID-FLAGS"},
	{9, "INVALID-MESSAGE-ID"},
	{10, "INVALID-PROTOCOL-ID"},
	{11, "INVALID-SPI"},
	{12, "INVALID-TRANSFORM-ID"},
	{13, "ATTRIBUTES-NOT-SUPPORTED"},
	{14, "NO-PROPOSAL-CHOSEN"},
	{15, "BAD-PROPOSAL-SYNTAX"},
	{16, "PAYLOAD-MALFORMED"},
	{17, "INVALID-KEY-INFORMATION"},
	{18, "INVALID-ID-INFORMATION"},
	{19, "INVALID-CERT-ENCODING"},
	{20, "INVALID-CERTIFICATE"},
	{21, "CERT-TYPE-UNSUPPORTED"},
	{22, "INVALID-CERT-AUTHORITY"},
	{23, "INVALID-HASH-INFORMATION"},
	{24, "AUTHENTICATION-FAILED"},
	{25, "INVALID-SIGNATURE"},
	{26, "ADDRESS-NOTIFICATION"},
	{27, "NOTIFY-SA-LIFETIME"},
	{28, "CERTIFICATE-UNAVAILABLE"},
	{29, "UNSUPPORTED-EXCHANGE-TYPE"},
	{30, "UNEQUAL-PAYLOAD-LENGTHS"},
}

var ikeNotifyIPsecErrors = []token{
	{0, "RESERVED"},
}

var ikeNotifyStatus = []token{
	{0, "CONNECTED"},
}

var ikeNotifyIPsecStatus = []token{
	{0, "RESPONDER-LIFETIME"},
	{1, "REPLAY-STATUS"},
	{2, "INITIAL-CONTACT"},
}

var ikeAuthMethods = []token{
	{0, "invalid"},
	{1, "rsasig"},
	{2, "shared-secret"},
	{3, "dsssig"},
}

var ikeNotify2Names = []token{
	{1, "unsupported_critical_payload"},
	{4, "invalid_ike_spi"},
	{5, "invalid_major_version"},
	{7, "invalid_syntax"},
	{9, "invalid_message_id"},
	{11, "invalid_spi"},
	{14, "no_protocol_chosen"},
	{17, "invalid_ke_payload"},
	{24, "authentication_failed"},
	{34, "single_pair_required"},
	{35, "no_additional_sas"},
	{36, "internal_address_failure"},
	{37, "failed:cp_required"},
	{39, "invalid_selectors"},
	{16384, "initial_contact"},
	{16385, "set_window_size"},
	{16386, "additional_ts_possible"},
	{16387, "ipcomp_supported"},
	{16388, "nat_detection_source_ip"},
	{16389, "nat_detection_destination_ip"},
	{16390, "cookie"},
	{16391, "use_transport_mode"},
	{16392, "http_cert_lookup_supported"},
	{16393, "rekey_sa"},
	{16394, "tfc_padding_not_supported"},
	{16395, "non_first_fragment_also"},
}
