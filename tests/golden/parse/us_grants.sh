#!/bin/sh
# Grants of v4.0 to v4.7; a sequence listing between two of them is passed over.
for sample in grant-v40 weekly-v42-v45 reissue-v43 biblio-v47 unknown-entity; do
    "$NANOPAT" parse "tests/samples/us-patent-grant/$sample.xml" 2>/dev/null
done
