#!/bin/sh
# Grants of 2001 to 2004, XML and SGML; then the broken ones. An unknown entity is kept.
for sample in patdoc/weekly.xml patdoc/indented.xml patdoc/broken_entity.xml \
              patdoc-sgml/weekly.sgm patdoc-sgml/as_xml.xml; do
    "$NANOPAT" parse "tests/samples/$sample" 2>/dev/null
done
for sample in patdoc/broken_cut.xml patdoc/broken_tag.xml patdoc/broken_number.xml \
              patdoc-sgml/broken_cut.sgm patdoc-sgml/broken_end_tag.sgm \
              patdoc-sgml/broken_attribute.sgm patdoc-sgml/broken_number.sgm; do
    "$NANOPAT" parse "tests/samples/$sample" 2>&1
    echo "$sample: exit $?"
done
