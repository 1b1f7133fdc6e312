/* note.c -- what an answer rests on, so that a sheet can be judged without its store. */
#include "query.h"

enum np_status np_note_run(struct np_store *store, struct np_result *result, struct np_err *err)
{
    static const char *const keys[] = { "as_of", "rules_hash", "weights", "weights_hash",
                                        "scoring_hash", "symbols" };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct np_slice value;
        enum np_status status =
            np_store_meta_get(store, keys[i], result->arena, &value, err);

        if (status == NP_OK && value.n)
            np_result_note(result, keys[i], value);
        else if (status != NP_END)
            return status;
    }
    return NP_OK;
}
