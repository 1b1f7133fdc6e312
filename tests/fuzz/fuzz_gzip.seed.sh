# First inputs for fuzz_gzip: small files, stored and deflated, two members, padding.
printf '<a>nano</a>\n' | gzip -9n >"$1/small"
printf '<a>nano nano nano nano nano nano nano</a>\n' | gzip -1n >"$1/fast"
printf '' | gzip -n >"$1/empty"
cat "$1/small" "$1/fast" >"$1/two"
{ cat "$1/two"; printf '\000\000\000'; } >"$1/padded"
seq 1 2000 | gzip -9n >"$1/long"
