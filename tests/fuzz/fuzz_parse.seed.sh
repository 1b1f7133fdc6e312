# First inputs for fuzz_parse: the hand-written samples of every dialect.
for sample in tests/samples/*/*.xml tests/samples/*/*.sgm tests/samples/*/*.txt; do
    cp "$sample" "$1/$(echo "$sample" | tr / _)"
done
