/* facts.h -- events and imported lists among the facts. */
#ifndef NANOPAT_STORE_FACTS_H
#define NANOPAT_STORE_FACTS_H

#include "sqlite.h"

/* Events of every publication; the publications are there, in order of key. */
enum np_status np_facts_events(struct np_store *store, struct np_facts *facts, struct np_err *err);

/* Imported lists; the publications are there, in order of id. */
enum np_status np_facts_imports(struct np_store *store, struct np_facts *facts,
                                struct np_err *err);

#endif
