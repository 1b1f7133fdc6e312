#!/bin/sh
# What is broken gives no record and exit 3; what is passed over alone gives exit 4: no patent
# document was found.
for sample in cn-business/broken_cut cn-business/broken_entity cn-business/broken_number \
              cn-patent-document/broken_cut cn-patent-document/broken_entity \
              cn-patent-document/broken_number cn-application-body/claims; do
    "$NANOPAT" parse "tests/samples/$sample.xml" 2>/dev/null
    echo "$sample: exit $?"
done
