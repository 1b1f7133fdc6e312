/* key.h -- private to output: who has the key may read. It stands in the first address, "/?k=KEY", and is
 * then kept in a cookie.
 */
#ifndef OUTPUT_KEY_H
#define OUTPUT_KEY_H

#include <nanopat/buf.h>
#include <nanopat/slice.h>

enum { KEY_SIZE = 64 }; /* with its NUL */

/* 130 random bits; false: the system gives none. */
bool key_make(char key[KEY_SIZE]);
/* In a time that does not tell how much of it is right. */
bool key_same(struct np_slice a, const char *key);
/* Is "k=" among the parameters of the target? *key borrows its value; *rest receives the target without it,
 * which leads nowhere but here.                                                                     */
bool key_take(struct np_slice target, struct np_slice *key, struct np_buf *rest);

#endif
