# First inputs for fuzz_sheet: the sample lists, in several encodings.
cp tests/samples/lists/* "$1"
iconv -f utf-8 -t gb18030 tests/samples/lists/awards.csv >"$1/gb18030.csv"
iconv -f utf-8 -t utf-16 tests/samples/lists/suits.csv >"$1/utf16.csv"
printf 'sep=;\nnumber;award;year\nCN1B;"a ""b""\n";2021\n' >"$1/sep.csv"
