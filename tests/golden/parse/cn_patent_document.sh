#!/bin/sh
# SIPO full text coding of 2006: deposit, line breaks, domestic priority, patentee, images only.
for sample in application grant_1998 images_only utility_model; do
    "$NANOPAT" parse "tests/samples/cn-patent-document/$sample.xml"
done
