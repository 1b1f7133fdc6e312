/* test_envelope.c -- start tags as text. */
#include "unit.h"

#include "../../parsers/walk.h"

static struct np_slice tag_of(const char *document)
{
    return np_start_tag(np_slice_of(document));
}

static void start_tag_stands_behind_all_that_may_precede_it(void **state)
{
    (void)state;
    assert_slice(tag_of("<a x='1'>text</a>"), "<a x='1'>");
    assert_slice(tag_of("\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'a.dtd'>\n<a/>"),
                 "<a/>");
    assert_slice(tag_of("<?xml version='1.0'?><!-- <!DOCTYPE b> <b> --><?go?><a>"), "<a>");
    assert_slice(tag_of("<!DOCTYPE a [<!ENTITY x 'y]'> <!-- <b> --> ] ><a y=''>"), "<a y=''>");
    assert_slice(tag_of("<a x='>' y=\"'>\"><b/></a>"), "<a x='>' y=\"'>\">");
}

static void no_start_tag_is_empty(void **state)
{
    static const char *const broken[] = { "",         "text",     "<a x='1'", "<a x='>",
                                          "<!-- <a>", "<?xml <a", "<",
                                          "<!DOCTYPE a [ <!ENTITY" };

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_slice(tag_of(broken[i]), "");
}

static void attributes_are_found_by_local_name(void **state)
{
    struct np_slice tag = NP_S("<p:a  x:country=\"WO\"\n kind = 'A1' empty=''>");

    (void)state;
    assert_slice(np_start_tag_attribute(tag, "country"), "WO");
    assert_slice(np_start_tag_attribute(tag, "kind"), "A1");
    assert_slice(np_start_tag_attribute(tag, "empty"), "");
    assert_slice(np_start_tag_attribute(tag, "date"), "");
    assert_slice(np_start_tag_attribute(NP_S("<a>"), "a"), "");
    assert_slice(np_start_tag_attribute(NP_S(""), "a"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(start_tag_stands_behind_all_that_may_precede_it),
        cmocka_unit_test(no_start_tag_is_empty),
        cmocka_unit_test(attributes_are_found_by_local_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
