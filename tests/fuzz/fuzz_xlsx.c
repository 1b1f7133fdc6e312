/* fuzz_xlsx.c -- any bytes as the parts of a workbook that hold its cells: strings, styles, the sheet.
 * They are packed into a whole zip file first, so that what is explored is the workbook.
 */
#include "../unit/zip_case.h"
#include "rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* The parts stand one behind the other, a NUL between. */
static struct np_slice next_part(struct np_slice *left)
{
    size_t n = np_slice_find(*left, np_slice_make("", 1));
    struct np_slice part = np_slice_sub(*left, 0, n);

    *left = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(*left, n + 1, left->n);
    return part;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct np_slice left = np_slice_make((const char *)data, size);
    struct zipped z = { 0 };

    zip_put(&z, "_rels/.rels",
            NP_S("<R><Relationship Id='r' Type='" R "officeDocument' Target='b.xml'/></R>"));
    zip_put(&z, "b.xml", NP_S("<w xmlns:r='r'><workbookPr date1904='0'/><sheets><sheet name='s' r:id='a'/>"
                              "<sheet name='t' r:id='d'/></sheets></w>"));
    zip_put(&z, "_rels/b.xml.rels",
            NP_S("<R><Relationship Id='a' Type='" R "worksheet' Target='s.xml'/>"
                 "<Relationship Id='d' Type='" R "worksheet' Target='s.xml'/>"
                 "<Relationship Id='b' Type='" R "sharedStrings' Target='i.xml'/>"
                 "<Relationship Id='c' Type='" R "styles' Target='y.xml'/></R>"));
    zip_put(&z, "s.xml", next_part(&left));
    zip_put(&z, "i.xml", next_part(&left));
    zip_put(&z, "y.xml", left);
    zip_end(&z);
    see_rows(z.bytes.p, z.bytes.n);
    zip_release(&z);
    return 0;
}
