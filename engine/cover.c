/* cover.c -- counts of filled fields, from the note on a record to the sums of an input. */
#include "cover.h"

#include <nanopat/parse.h>
#include <nanopat/text.h>
#include <string.h>

enum { UNREAD_MOST = 1000, GROUPS_MOST = 2000, OFFICE_BYTES = 8 };

/* ---- one record ---- */

void cover_note_encode(struct np_buf *b, const struct np_record *record,
                       const struct np_slice *unread, size_t nunread)
{
    struct np_filled filled;

    np_filled_of(record, &filled);
    np_buf_u32(b, record->action == NP_PUT);
    np_buf_bytes(b, record->dialect);
    np_buf_bytes(b, record->office.n ? record->office : record->application.office);
    np_buf_u32(b, record->type);
    np_buf_u32(b, record->stage);
    for (size_t i = 0; i < NP_FILLED_MOST / 64; i++)
        np_buf_u64(b, filled.bits[i]);
    np_buf_u32(b, (uint32_t)nunread);
    for (size_t i = 0; i < nunread; i++)
        np_buf_bytes(b, unread[i]);
}

bool cover_note_decode(struct np_reader *r, struct np_arena *arena, struct cover_note *note)
{
    uint32_t type, stage, n;

    note->counts = np_read_u32(r) == 1;
    note->dialect = np_read_bytes(r);
    note->office = np_slice_sub(np_read_bytes(r), 0, OFFICE_BYTES);
    type = np_read_u32(r);
    stage = np_read_u32(r);
    for (size_t i = 0; i < NP_FILLED_MOST / 64; i++)
        note->filled.bits[i] = np_read_u64(r);
    n = np_read_u32(r);
    if (r->bad || type > NP_OTHER_TYPE || stage > NP_OTHER_STAGE || n > (size_t)(r->end - r->p) / 4)
        return false;
    note->type = (enum np_type)type;
    note->stage = (enum np_stage)stage;
    for (uint32_t i = 0; i < n; i++)
        *np_list_add(arena, &note->unread) = np_read_bytes(r);
    return !r->bad;
}

/* ---- an input ---- */

/* The name as our table has it: a worker's word is not trusted, and must live on. */
static const char *known_dialect(struct np_slice name)
{
    for (size_t i = 0; np_dialects[i]; i++)
        if (np_slice_is(name, np_dialects[i]->name))
            return np_dialects[i]->name;
    return NULL;
}

/* Of more offices than there are, the last ones share a group without office. */
static struct np_coverage *group_of(struct cover *cover, const struct np_coverage *like)
{
    struct np_slice office = like->office;
    struct np_coverage *made;

    if (cover->groups.n >= GROUPS_MOST || np_utf8_check(office) != office.n)
        office = NP_EMPTY;
    for (size_t i = 0; i < cover->groups.n; i++) {
        struct np_coverage *g = &cover->groups.v[i];

        if (g->dialect == like->dialect && g->type == like->type && g->stage == like->stage &&
            np_slice_eq(g->office, office))
            return g;
    }
    if (!cover->arena)
        cover->arena = np_arena_new();
    made = np_list_add(cover->arena, &cover->groups);
    made->dialect = like->dialect;
    made->office = np_arena_copy(cover->arena, office);
    made->type = like->type;
    made->stage = like->stage;
    return made;
}

static void add_unread(struct cover *cover, struct np_coverage *group, struct np_slice path,
                       int64_t documents)
{
    for (size_t i = 0; i < group->unread.n; i++)
        if (np_slice_eq(group->unread.v[i].path, path)) {
            group->unread.v[i].documents += documents;
            return;
        }
    if (group->unread.n < UNREAD_MOST && np_utf8_check(path) == path.n)
        *np_list_add(cover->arena, &group->unread) =
            (struct np_unread){ np_arena_copy(cover->arena, path), documents };
}

void cover_add(struct cover *cover, const struct cover_note *note)
{
    const char *dialect = note->counts ? known_dialect(note->dialect) : NULL;
    struct np_coverage *group;

    if (!dialect)
        return;
    group = group_of(cover, &(struct np_coverage){ .dialect = dialect, .office = note->office,
                                                   .type = note->type, .stage = note->stage });
    group->documents++;
    for (size_t i = 0; i < np_filled_count(); i++)
        group->filled[i] += np_is_filled(&note->filled, i);
    for (size_t i = 0; i < note->unread.n; i++)
        add_unread(cover, group, note->unread.v[i], 1);
}

static void merge_group(struct cover *into, const struct np_coverage *more)
{
    struct np_coverage *group = group_of(into, more);

    group->documents += more->documents;
    for (size_t k = 0; k < np_filled_count(); k++)
        group->filled[k] += more->filled[k];
    for (size_t k = 0; k < more->unread.n; k++)
        add_unread(into, group, more->unread.v[k].path, more->unread.v[k].documents);
}

void cover_merge(struct cover *into, const struct cover *from)
{
    for (size_t i = 0; i < from->groups.n; i++)
        merge_group(into, &from->groups.v[i]);
}

void cover_take(struct cover *into, const struct np_coverage *group)
{
    struct np_coverage known = *group;

    known.dialect = known_dialect(np_slice_of(group->dialect));
    if (known.dialect)
        merge_group(into, &known);
}

void cover_take_unread(struct cover *into, const struct cover *from)
{
    for (size_t i = 0; i < from->groups.n; i++) {
        const struct np_coverage *more = &from->groups.v[i];
        struct np_coverage *group = group_of(into, more);

        for (size_t k = 0; k < more->unread.n; k++)
            add_unread(into, group, more->unread.v[k].path, more->unread.v[k].documents);
    }
}

void cover_take_small(struct cover *into, const struct cover *from)
{
    for (size_t i = 0; i < from->groups.n; i++)
        if (from->groups.v[i].documents < NP_JUDGED_LEAST)
            merge_group(into, &from->groups.v[i]);
}

void cover_release(struct cover *cover)
{
    if (cover->arena)
        np_arena_free(cover->arena);
    memset(cover, 0, sizeof *cover);
}

void cover_words(struct np_buf *b, const struct np_coverage *here, const struct np_drop *drop)
{
    np_buf_printf(b, "%s (%.*s, %s, %s): '%s' is filled in %lld of %lld documents (%.0f %%),"
                  " usually %.0f %%", here->dialect, NP_ARG(here->office),
                  np_type_name(here->type), np_stage_name(here->stage), np_filled_name(drop->field),
                  (long long)here->filled[drop->field], (long long)here->documents, drop->share * 100, drop->usual * 100);
    if (drop->unread)
        np_buf_printf(b, "; <%.*s> is in %lld of them and not read", NP_ARG(drop->unread->path),
                      (long long)drop->unread->documents);
}
