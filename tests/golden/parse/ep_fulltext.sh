#!/bin/sh
# An application with its search report, a specification after opposition, a Euro-PCT publication
# of the bibliography alone, the other kinds, and one that contradicts itself.
for sample in application-v15 specification-v10 bibliography-v11 kinds contradictions; do
    "$NANOPAT" parse "tests/samples/ep-patent-document/$sample.xml" 2>/dev/null
done
