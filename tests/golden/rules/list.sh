#!/bin/sh
# What stands in the rules: counts and samples per subfield, the rules of one.
S=tests/samples/rules
try() { "$NANOPAT" rules list "$@" --rules $S/new 2>&1; echo "exit $?"; }
try
try nano-sensing
try 凝胶材料 --lang zh
try 4.1 --format csv
try no-such
