/* forms.h -- private to output: the filters of a question as a form that works without script. */
#ifndef OUTPUT_FORMS_H
#define OUTPUT_FORMS_H

#include "page.h"

/* Fields for all filters, those of the address filled in; its order and columns stay. */
void form_put(struct page *p, const struct np_question *question);

#endif
