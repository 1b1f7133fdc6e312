# First inputs for fuzz_frame: both ways of framing.
printf '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "x" [ <!ENTITY y "z"> ]>\n<a>1</a>\n<?xml version="1.0"?><a>2</a>' >"$1/weekly"
printf '<?xml version="1.0"?><r n="1"><d>1<d/></d> <x><e>2</e></x><!-- <d> --></r>' >"$1/root"
printf '<r><d>1<d>2</d></r><a><!-- </a> --><![CDATA[</a>]]></a>rubbish<?xml version="1.0"?><a/>' >"$1/cut"
printf 'HHHHHT\nPATN\nWKU  1\n\nPATN\r\nWKU  2\n' >"$1/aps"
printf '01 20 a\n01 21 b\n02 20\n1 20 c\n1 2x\n' >"$1/fees"
