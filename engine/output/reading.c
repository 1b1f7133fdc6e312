/* reading.c -- which columns hold the program's own words. */
#include "reading.h"

#include <string.h>

static const struct { const char *name; enum reading reading; } readings[] = {
    { "item", AS_WORD }, { "of", AS_WORD }, { "unit", AS_UNIT }, { "direction", AS_DIRECTION },
    { "text", AS_WORDS }, { "reason", AS_WORDS }, { "cohort", AS_WORDS },
    { "cohort_level", AS_WORDS }, { "inputs", AS_WORDS }, { "source", AS_WORDS },
    /* of tables beside it */
    { "status", AS_WORDS }, { "effect", AS_WORDS }, { "basis", AS_WORDS }, { "role", AS_WORDS },
    { "tier", AS_WORDS }, { "result", AS_WORDS }, { "patents", AS_WORDS }, { "gives", AS_WORDS },
    { "place", AS_WORDS }, { "said_by", AS_WORDS }, { "phase", AS_WORDS }, { "missing", AS_WORDS },
    { "pledged", AS_WORDS }, { "licensed", AS_WORDS }, { "preserved", AS_WORDS },
    { "joined_by", AS_WORDS }, { "formula", AS_SAYING },
    { "ranges_compared", AS_WORDS }, { "flags", AS_WORDS },
    { "strength", AS_OWN }, { "normative", AS_OWN }, { "normative_strength", AS_OWN }, { "ranges", AS_OWN },
    { "compared_with", AS_OWN }, { "clause", AS_OWN }, { "about", AS_OWN }, { "citing_side", AS_OWN },
};

enum reading reading_of(const char *table, const char *name)
{
    if (strcmp(table, "explain_events") == 0 && strcmp(name, "text") == 0)
        return AS_IT_IS;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        if (strcmp(readings[i].name, name) == 0)
            return readings[i].reading;
    return AS_IT_IS;
}

bool np_column_in_words(const char *table, const char *column)
{
    enum reading reading = reading_of(table, column);

    return reading == AS_WORDS || reading == AS_WORD;
}
