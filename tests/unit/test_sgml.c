/* sgml.c: what is added to make SGML XML, and what is left alone. */
#include "../../parsers/sgml.h"
#include "unit.h"

static const char *const empty[] = { "EMI", "CLREF", NULL };
static struct np_arena *arena;
static struct np_shifts shifts;

static int set_up(void **state)
{
    (void)state;
    arena = np_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    np_arena_free(arena);
    return 0;
}

static struct np_slice xml_of(const char *sgml)
{
    return np_sgml_to_xml(np_slice_of(sgml), empty, arena, &shifts);
}

static void empty_elements_are_closed(void **state)
{
    (void)state;
    assert_slice(xml_of("<A><EMI><B>x</B><EMI FILE=\"a>b\" ID='c'></A>"),
                 "<A><EMI/><B>x</B><EMI FILE=\"a>b\" ID='c'/></A>");
    assert_slice(xml_of("<A>\r\n<EMI\r\nFILE=\"a\"\r\n></A>"),
                 "<A>\r\n<EMI\r\nFILE=\"a\"\r\n/></A>");
}

static void closed_ones_and_others_are_left_alone(void **state)
{
    static const char *const rows[] = {
        "", "x", "<A><EMI/><EMI FILE=\"a\"/></A>", "<A><EMIT></A>", "<A><emi></A>",
        "<A><CLREF ID=\"1\"><P>claim 1</P></CLREF><CLREF ID=\"2\"></CLREF></A>",
        "<A><!-- <EMI> --><![CDATA[<EMI>]]></A>", "<A", "<EMI", "<EMI FILE=\"a", "<", "<!--", "</",
        "<!DOCTYPE", "<!DOCTYPE A PUBLIC", "<!DOCTYPE A PUBLIC \"b",
        "<!DOCTYPE A SYSTEM \"b\">", "<!DOCTYPE A PUBLIC \"b\" \"c\">", "<!DOCTYPE A [\n]>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_slice(xml_of(rows[i]), rows[i]);
        assert_int_equal(shifts.n, 0);
    }
}

static void a_name_with_an_end_tag_somewhere_is_not_empty(void **state)
{
    (void)state;
    assert_slice(xml_of("<A><CLREF ID='1'><P>, and</P><CLREF ID='2'></CLREFS></A>"),
                 "<A><CLREF ID='1'/><P>, and</P><CLREF ID='2'/></CLREFS></A>");
    assert_slice(xml_of("<A><CLREF ID='1'><P>1</P></CLREF ></A>"),
                 "<A><CLREF ID='1'><P>1</P></CLREF ></A>");
}

static void public_doctypes_get_a_system_identifier(void **state)
{
    (void)state;
    assert_slice(xml_of("<!DOCTYPE A PUBLIC \"-//B//C\" [\r\n<!ENTITY d SYSTEM \"e\" NDATA f>\r\n]>"
                        "<A></A>"),
                 "<!DOCTYPE A PUBLIC \"-//B//C\" \"\" [\r\n<!ENTITY d SYSTEM \"e\" NDATA f>\r\n]>"
                 "<A></A>");
    assert_slice(xml_of("<!DOCTYPE A PUBLIC '<EMI>'><EMI>"),
                 "<!DOCTYPE A PUBLIC '<EMI>' \"\"><EMI/>");
    assert_slice(xml_of("<!DOCTYPE A PUBLIC '-//B//C'>"), "<!DOCTYPE A PUBLIC '-//B//C' \"\">");
}

static void bytes_are_those_of_the_original(void **state)
{
    static const char sgml[] = "<!DOCTYPE A PUBLIC 'b'>1<EMI>2<EMI>3<B>4";
    struct np_slice xml = xml_of(sgml);
    size_t seen = 0;

    (void)state;
    for (size_t i = 0; i < xml.n; i++)
        if (strchr("1234ADB", xml.p[i])) {
            assert_int_equal(sgml[np_shifts_original(&shifts, i)], xml.p[i]);
            seen++;
        }
    assert_int_equal(seen, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_elements_are_closed),
        cmocka_unit_test(closed_ones_and_others_are_left_alone),
        cmocka_unit_test(a_name_with_an_end_tag_somewhere_is_not_empty),
        cmocka_unit_test(public_doctypes_get_a_system_identifier),
        cmocka_unit_test(bytes_are_those_of_the_original),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
