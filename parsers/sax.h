/* sax.h -- the walk's inside, shared by
 *
 *     walk.c       events to handlers
 *     attribute.c  attributes to names and texts
 *     guard.c      what a hostile document may cost, and the verdict
 *     resolve.c    entities
 *     complaint.c  what libxml2 reports, in our words
 *     note.c       what is worth saying of a document that is kept
 *     describe.c   text of the description, which no record holds
 *     envelope.c   the start tag around a record
 *     dialect.c    the parser that owns the walk
 */
#ifndef PARSERS_SAX_H
#define PARSERS_SAX_H

#include "flatten.h"
#include "mend.h"
#include "path.h"
#include "walk.h"
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <nanopat/map.h>

enum { NP_DEPTH_MOST = 256, NP_FLATS_MOST = 64 };

struct np_attribute { struct np_slice name, value; };
struct np_attributes { struct np_attribute *v; size_t n, cap; };

struct np_frame {
    struct np_slice name; /* local name, in libxml2's dictionary */
    int state;
    enum np_flat flat;
    bool closes;      /* a row has `close` */
    bool collects;    /* and wants the text */
    size_t text_from; /* where it begins in walk->text */
    struct np_attributes attributes; /* filled where a row matches */
};

/* What one document may cost (reference/reliability.md 3.1). */
struct np_guard {
    struct np_map *declared;     /* general entities of the internal subset -> place in values */
    struct np_buf values;        /* u32 length and bytes of each value */
    size_t declarations;
    uint64_t expanded, expand_most;
    unsigned ticks;              /* events since the clock was looked at */
    int64_t clock_end;           /* nanoseconds of CPU of this thread */
    struct _xmlEntity entity;    /* the one that is being handed out */
    struct np_buf entity_text, entity_name;
};

struct np_walk {
    xmlParserCtxtPtr context;    /* of this document: one of the next two */
    xmlParserCtxtPtr namespace_context, plain_context; /* owned, reused */
    xmlSAXHandler sax;
    NP_LIST(struct np_automaton *) automata; /* owned; found again by their table's address */
    struct np_arena *house;      /* what lives as long as the walk */

    /* one document */
    const struct np_document *document;
    const struct np_mended *mended; /* NULL: the document is read as it is */
    struct np_document instead;  /* what np_walk_read_instead was given */
    struct np_shifts shifts;
    struct np_record *record;
    struct np_arena *arena;
    void *state;
    const struct np_automaton *automaton;
    struct np_frame frames[NP_DEPTH_MOST + 1];
    int depth;
    const struct np_frame *current;
    struct np_attributes root_attributes, envelope_attributes;
    struct np_buf text, scratch, finished;
    struct np_buf described;     /* text of descriptions, for np_parser_description */
    int describing;              /* depth of the one around; 0: none */
    struct { const char *name; enum np_flat flat; } flats[NP_FLATS_MOST]; /* of names of this document */
    int collecting, dropping, no_cdata;
    bool struck;                 /* between <?delete-start?> and <?delete-end?> */
    bool root_closed;
    bool running;                /* libxml2 stands in the document */
    bool over;                   /* the verdict is spoken */
    bool stray_error;            /* text was lost on its way to the parser */
    struct np_err verdict;       /* the first one */
    struct np_guard guard;
    bool watching;               /* for elements that no row reads */
    NP_LIST(struct np_slice) unread; /* their paths */
    NP_LIST(struct np_slice) unknown; /* first names of entities that nobody knows */
    int64_t unknown_at;          /* byte of the first one */
};

struct np_walk *np_walk_new(void);
void np_walk_free(struct np_walk *walk);
/* Before np_walk_run, once for each document. */
void np_walk_begin(struct np_walk *walk, const struct np_document *document,
                   struct np_record *record, struct np_arena *arena);

/* ---- attribute.c ---- */

/* What a start tag gave, in the way of SAX2: five pointers for each attribute (local name, prefix,
 * URI, value, value's end), without declarations of namespaces; or of SAX1: name and value.    */
struct np_raw_attributes {
    const xmlChar **v;
    int count;
    bool pairs;
};
/* The local name of "exch:country", within it. */
const char *np_behind_prefix(const char *name);
/* Names are libxml2's, values in the arena. */
void np_attributes_keep(struct np_walk *walk, struct np_attributes *list,
                        const struct np_raw_attributes *attributes);
struct np_slice np_attribute_find(const struct np_attributes *list, const char *name);

/* ---- guard.c ---- */

void np_guard_begin(struct np_walk *walk);
void np_guard_release(struct np_walk *walk);
/* Counts events; looks at the clock now and then. */
void np_guard_tick(struct np_walk *walk, unsigned events);
/* The byte in the member for a byte of what is being read. */
int64_t np_guard_member_byte(const struct np_walk *walk, size_t at);
/* The same where libxml2 stands; -1 if it cannot be told. */
int64_t np_guard_byte(struct np_walk *walk);
/* The first verdict: remembers it and stops libxml2. */
void np_guard_refuse(struct np_walk *walk, enum np_status status, const char *code,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same with the byte known and the words ready. */
void np_guard_speak(struct np_walk *walk, enum np_status status, const char *code, int64_t byte,
                    const char *what);

/* Makes words out of a document fit for a message: no broken character, nothing a terminal obeys. */
void np_guard_clean(char *what);

/* ---- note.c ---- */

/* An entity that nobody knows was left as it is. */
void np_note_unknown(struct np_walk *walk, struct np_slice name);
/* No row reads the element that was just opened, but one reads something beside it. */
void np_note_unread(struct np_walk *walk);
/* After the document was read: what was counted while reading becomes notes. */
void np_notes_finish(struct np_walk *walk);

/* ---- describe.c: text of descriptions ---- */

void np_describe_begin(struct np_walk *walk);
/* A start or end tag within a description. */
void np_describe_tag(struct np_walk *walk, struct np_slice name);

/* ---- resolve.c, complaint.c: their callbacks into the table ---- */

void np_resolve_install(xmlSAXHandler *sax);
void np_complaint_install(xmlSAXHandler *sax);
/* Errors of this thread that belong to no document go to the walk (NULL: are dropped). */
void np_complaint_listen(struct np_walk *walk);
/* Text of an attribute with its references resolved, in the walk's arena. */
struct np_slice np_resolve_attribute(struct np_walk *walk, struct np_slice raw);

/* ---- envelope.c: the start tag around a record that was cut out of it ---- */

void np_envelope_read(struct np_walk *walk);
/* As declared by the document, else by its envelope; empty if not. */
struct np_slice np_document_encoding(const struct np_document *document);
/* The encoding of its XML declaration; NULL for UTF-8 and where the document has its own. */
const char *np_envelope_encoding(struct np_walk *walk);

#endif
