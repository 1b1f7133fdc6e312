/* ranges.c -- reads and compares ranges of quantities. */
#include "ranges.h"

#include <nanopat/buf.h>
#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <math.h>

enum { RANGES_MAX = 32 };
enum kind { LENGTH, AREA_PER_MASS, PERCENT, MOLE_PERCENT, VOLUME_PERCENT, TEMPERATURE, TIME,
            PRESSURE, VISCOSITY, MASS, MASS_PER_VOLUME, MOLES_PER_VOLUME, PARTS, VOLTAGE, CURRENT,
            ENERGY, FREQUENCY, SPIN, RESISTANCE, DENSITY, VOLUME, MAGNETISATION };

/* As folded: small letters, "µ" as Greek mu. Longer before what they begin with. */
static const struct unit { const char *name; enum kind kind; double factor, offset; } units[] = {
    { "nm", LENGTH, 1e-9, 0 }, { "μm", LENGTH, 1e-6, 0 }, { "um", LENGTH, 1e-6, 0 },
    { "microns", LENGTH, 1e-6, 0 }, { "micron", LENGTH, 1e-6, 0 },
    { "micrometers", LENGTH, 1e-6, 0 }, { "micrometres", LENGTH, 1e-6, 0 },
    { "nanometers", LENGTH, 1e-9, 0 }, { "nanometres", LENGTH, 1e-9, 0 },
    { "nanometer", LENGTH, 1e-9, 0 }, { "nanometre", LENGTH, 1e-9, 0 },
    { "纳米", LENGTH, 1e-9, 0 }, { "微米", LENGTH, 1e-6, 0 }, { "毫米", LENGTH, 1e-3, 0 },
    { "厘米", LENGTH, 1e-2, 0 }, { "å", LENGTH, 1e-10, 0 }, { "angstroms", LENGTH, 1e-10, 0 },
    { "m2/g", AREA_PER_MASS, 1, 0 }, { "emu/g", MAGNETISATION, 1, 0 }, { "m^2/g", AREA_PER_MASS, 1, 0 },
    { "mpa·s", VISCOSITY, 1e-3, 0 }, { "mpa.s", VISCOSITY, 1e-3, 0 }, { "mpas", VISCOSITY, 1e-3, 0 },
    { "pa·s", VISCOSITY, 1, 0 }, { "pa.s", VISCOSITY, 1, 0 }, { "cp", VISCOSITY, 1e-3, 0 },
    { "mg/ml", MASS_PER_VOLUME, 1, 0 }, { "mg/l", MASS_PER_VOLUME, 1e-3, 0 },
    { "μg/ml", MASS_PER_VOLUME, 1e-3, 0 }, { "g/ml", MASS_PER_VOLUME, 1e3, 0 },
    { "g/l", MASS_PER_VOLUME, 1, 0 }, { "g/cm3", DENSITY, 1, 0 }, { "kg/m3", DENSITY, 1e-3, 0 },
    { "mmol/l", MOLES_PER_VOLUME, 1e-3, 0 }, { "mol/l", MOLES_PER_VOLUME, 1, 0 },
    { "mm", LENGTH, 1e-3, 0 }, { "cm", LENGTH, 1e-2, 0 },
    { "mol%", MOLE_PERCENT, 1, 0 }, { "vol%", VOLUME_PERCENT, 1, 0 }, { "wt%", PERCENT, 1, 0 },
    { "wt.%", PERCENT, 1, 0 }, { "wt %", PERCENT, 1, 0 }, { "percent", PERCENT, 1, 0 },
    { "%", PERCENT, 1, 0 }, { "ppm", PARTS, 1e-6, 0 }, { "ppb", PARTS, 1e-9, 0 },
    { "°c", TEMPERATURE, 1, 0 }, { "℃", TEMPERATURE, 1, 0 }, { "摄氏度", TEMPERATURE, 1, 0 },
    { "k", TEMPERATURE, 1, -273.15 },
    { "kpa", PRESSURE, 1e3, 0 }, { "mpa", PRESSURE, 1e6, 0 }, { "gpa", PRESSURE, 1e9, 0 },
    { "pa", PRESSURE, 1, 0 }, { "bar", PRESSURE, 1e5, 0 },
    { "hours", TIME, 3600, 0 }, { "hour", TIME, 3600, 0 }, { "小时", TIME, 3600, 0 },
    { "minutes", TIME, 60, 0 }, { "minute", TIME, 60, 0 }, { "分钟", TIME, 60, 0 },
    { "min", TIME, 60, 0 }, { "seconds", TIME, 1, 0 }, { "second", TIME, 1, 0 }, { "秒", TIME, 1, 0 },
    { "days", TIME, 86400, 0 }, { "天", TIME, 86400, 0 }, { "ms", TIME, 1e-3, 0 },
    { "h", TIME, 3600, 0 }, { "s", TIME, 1, 0 },
    { "μg", MASS, 1e-6, 0 }, { "mg", MASS, 1e-3, 0 }, { "kg", MASS, 1e3, 0 }, { "g", MASS, 1, 0 },
    { "μl", VOLUME, 1e-6, 0 }, { "ml", VOLUME, 1e-3, 0 }, { "l", VOLUME, 1, 0 },
    { "mev", ENERGY, 1e-3, 0 }, { "kev", ENERGY, 1e3, 0 }, { "ev", ENERGY, 1, 0 },
    { "mv", VOLTAGE, 1e-3, 0 }, { "kv", VOLTAGE, 1e3, 0 }, { "v", VOLTAGE, 1, 0 },
    { "ma", CURRENT, 1e-3, 0 }, { "a", CURRENT, 1, 0 },
    { "khz", FREQUENCY, 1e3, 0 }, { "mhz", FREQUENCY, 1e6, 0 }, { "ghz", FREQUENCY, 1e9, 0 },
    { "hz", FREQUENCY, 1, 0 }, { "rpm", SPIN, 1, 0 }, { "r/min", SPIN, 1, 0 },
    { "转/分钟", SPIN, 1, 0 }, { "kω", RESISTANCE, 1e3, 0 }, { "mω", RESISTANCE, 1e6, 0 },
    { "ω", RESISTANCE, 1, 0 }, { "m", LENGTH, 1, 0 },
};
enum { NUNITS = sizeof units / sizeof *units };

/* Before a number; of words within one another the longer first. */
static const struct bound { const char *words; int side; } before[] = {
    { "not less than", +1 }, { "no less than", +1 }, { "at least", +1 }, { "greater than", +1 },
    { "more than", +1 }, { "higher than", +1 }, { "above", +1 }, { "over", +1 },
    { "not more than", -1 }, { "no more than", -1 }, { "not greater than", -1 }, { "at most", -1 },
    { "less than", -1 }, { "lower than", -1 }, { "smaller than", -1 }, { "below", -1 },
    { "under", -1 }, { "up to", -1 }, { ">=", +1 }, { "<=", -1 }, { ">", +1 }, { "<", -1 },
    { "≥", +1 }, { "≤", -1 }, { "不小于", +1 }, { "不低于", +1 }, { "不少于", +1 }, { "至少", +1 },
    { "大于等于", +1 }, { "大于", +1 }, { "高于", +1 }, { "超过", +1 }, { "不大于", -1 },
    { "不超过", -1 }, { "不高于", -1 }, { "小于等于", -1 }, { "小于", -1 }, { "低于", -1 },
    { "至多", -1 },
};
static const struct bound behind[] = {
    { "or more", +1 }, { "or higher", +1 }, { "or above", +1 }, { "or greater", +1 },
    { "及以上", +1 }, { "以上", +1 }, { "or less", -1 }, { "or lower", -1 }, { "or below", -1 },
    { "or smaller", -1 }, { "及以下", -1 }, { "以下", -1 }, { "以内", -1 },
};
static const char *const to_words[] = { "-", "~", "–", "〜", "to", "至", "到", "and", "和", "及" };

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- pieces ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

static size_t skip_blanks(struct np_slice s, size_t at)
{
    while (at < s.n && s.p[at] == ' ')
        at++;
    return at;
}

static bool stands(struct np_slice s, size_t at, const char *words)
{
    return np_slice_starts(np_slice_sub(s, at, s.n), words);
}

/* "1,000.5" from its first digit; moves behind it. */
static bool take_number(struct np_slice s, size_t *at, double *value)
{
    char digits[32];
    size_t n = 0, end = *at;

    for (; end < s.n && n < sizeof digits; end++) {
        bool point = s.p[end] == '.' && end + 1 < s.n && is_digit(s.p[end + 1]);
        bool comma = s.p[end] == ',' && end + 3 < s.n && is_digit(s.p[end + 1]) &&
                     is_digit(s.p[end + 2]) && is_digit(s.p[end + 3]);

        if (is_digit(s.p[end]) || point)
            digits[n++] = s.p[end];
        else if (!comma)
            break;
    }
    if (!n || !np_slice_real(np_slice_make(digits, n), value))
        return false;
    *at = end;
    return true;
}

static const struct unit *take_unit(struct np_slice s, size_t *at)
{
    size_t from = skip_blanks(s, *at);

    for (size_t i = 0; i < NUNITS; i++) {
        size_t end = from + strlen(units[i].name);

        if (!stands(s, from, units[i].name))
            continue;
        if (is_letter(s.p[end - 1]) && end < s.n && (is_letter(s.p[end]) || is_digit(s.p[end])))
            continue;
        *at = end;
        return &units[i];
    }
    return NULL;
}

static double in_base(const struct unit *unit, double value)
{
    return value * unit->factor + unit->offset;
}

/* ---- one range ---- */

static size_t before_blanks(struct np_slice s, size_t at)
{
    while (at && s.p[at - 1] == ' ')
        at--;
    return at;
}

static int side_before(struct np_slice s, size_t at, size_t *from)
{
    size_t end = before_blanks(s, at);

    for (size_t i = 0; i < COUNT(before); i++)
        if (np_slice_ends(np_slice_sub(s, 0, end), before[i].words)) {
            *from = end - strlen(before[i].words);
            return before[i].side;
        }
    return 0;
}

static int side_behind(struct np_slice s, size_t *end)
{
    size_t at = skip_blanks(s, *end);

    for (size_t i = 0; i < COUNT(behind); i++)
        if (stands(s, at, behind[i].words)) {
            *end = at + strlen(behind[i].words);
            return behind[i].side;
        }
    return 0;
}

/* "between 5 and 20": the pair words that are no "to" need it. */
static bool is_pair(struct np_slice s, size_t number, size_t word)
{
    size_t end = before_blanks(s, number);
    struct np_slice head = np_slice_sub(s, 0, end);

    return word < 7 || np_slice_ends(head, "between") || np_slice_ends(head, "在") ||
           np_slice_ends(head, "介于");
}

/* The other end of a range whose lower end stands before `at`. */
static bool take_upper(struct np_slice s, size_t number, size_t *at, double *high,
                       const struct unit **unit)
{
    for (size_t i = 0; i < COUNT(to_words); i++) {
        size_t end = skip_blanks(s, *at);

        if (!stands(s, end, to_words[i]) || !is_pair(s, number, i))
            continue;
        end = skip_blanks(s, end + strlen(to_words[i]));
        if (!take_number(s, &end, high))
            return false;
        *unit = take_unit(s, &end);
        if (!*unit)
            return false;
        *at = end;
        return true;
    }
    return false;
}

static bool take_tolerance(struct np_slice s, size_t *at, double *tolerance,
                           const struct unit **unit)
{
    size_t end = skip_blanks(s, *at);

    if (!stands(s, end, "±"))
        return false;
    end = skip_blanks(s, end + strlen("±"));
    if (!take_number(s, &end, tolerance) || !(*unit = take_unit(s, &end)))
        return false;
    *at = end;
    return true;
}

static void take_bounds(struct np_slice s, struct range *range, double value, size_t *from,
                        size_t *end)
{
    int side = side_before(s, *from, from);

    if (!side)
        side = side_behind(s, end);
    range->low = side < 0 ? -INFINITY : value;
    range->high = side > 0 ? INFINITY : value;
}

/* From the first digit of a number; moves behind what was read. */
static bool take_range(struct np_slice s, size_t *at, struct range *range, size_t *from)
{
    const struct unit *unit, *upper = NULL;
    double value, other;
    size_t end = *at, first;

    *from = *at;
    if (!take_number(s, &end, &value))
        return false;
    first = end;
    unit = take_unit(s, &end);
    if (take_upper(s, *from, &end, &other, &upper) && (!unit || unit->kind == upper->kind)) {
        range->low = in_base(unit ? unit : upper, value);
        range->high = in_base(upper, other);
    } else if (!upper && take_tolerance(s, &end, &other, &upper) &&
               (!unit || unit->kind == upper->kind)) {
        range->low = in_base(unit ? unit : upper, value) - other * upper->factor;
        range->high = range->low + 2 * other * upper->factor;
    } else if (unit) {
        upper = unit;
        end = first;
        take_unit(s, &end);
        take_bounds(s, range, in_base(unit, value), from, &end);
    } else {
        return false;
    }
    range->kind = (int)upper->kind;
    *at = end;
    return range->low <= range->high;
}

/* "C60", "0.5" from its middle, "TiO2" are no beginnings. */
static bool begins_number(struct np_slice s, size_t at)
{
    char c = at ? s.p[at - 1] : ' ';

    return is_digit(s.p[at]) && !is_digit(c) && !is_letter(c) && c != '.' && c != ',' ;
}

void read_ranges(struct np_slice text, struct np_arena *arena, struct ranges *ranges)
{
    struct np_buf folded = { 0 };
    struct np_slice s;

    np_text_fold(&folded, text, NULL);
    s = np_buf_slice(&folded);
    for (size_t at = 0; at < s.n && ranges->list.n < RANGES_MAX;) {
        struct range range;
        size_t from;

        if (!begins_number(s, at) || !take_range(s, &at, &range, &from)) {
            at++;
            continue;
        }
        range.text = np_arena_copy(arena, np_slice_sub(s, from, at - from));
        *np_list_add(arena, &ranges->list) = range;
    }
    np_buf_release(&folded);
}

/* ---- comparing ---- */

const char *range_relation_name(enum range_relation relation)
{
    static const char *const names[] = { "none", "outside", "overlaps", "inside" };

    return (unsigned)relation < COUNT(names) ? names[relation] : "";
}

/* To 12 digits: 0.02 um is 20 nm. */
static bool at_most(double a, double b)
{
    return a <= b || fabs(a - b) <= 1e-12 * fmax(fabs(a), fabs(b));
}

enum range_relation range_relation(const struct range *claim, const struct range *clause)
{
    if (claim->kind != clause->kind)
        return RANGE_NONE;
    if (at_most(clause->low, claim->low) && at_most(claim->high, clause->high))
        return RANGE_INSIDE;
    return at_most(clause->low, claim->high) && at_most(claim->low, clause->high)
               ? RANGE_OVERLAPS : RANGE_OUTSIDE;
}

enum range_relation compare_ranges(const struct ranges *claim, const struct ranges *clause,
                                   struct np_arena *arena, struct np_slice *text)
{
    enum range_relation worst = RANGE_NONE;
    struct np_buf b = { 0 };

    for (size_t i = 0; i < claim->list.n; i++) {
        enum range_relation best = RANGE_NONE;
        const struct range *mine = &claim->list.v[i], *with = NULL;

        for (size_t k = 0; k < clause->list.n; k++) {
            enum range_relation relation = range_relation(mine, &clause->list.v[k]);

            if (relation > best) {
                best = relation;
                with = &clause->list.v[k];
            }
        }
        if (!with)
            continue;
        np_buf_printf(&b, "%s%.*s vs %.*s: %s", b.n ? "; " : "", NP_ARG(mine->text),
                      NP_ARG(with->text), range_relation_name(best));
        if (worst == RANGE_NONE || best < worst)
            worst = best;
    }
    *text = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return worst;
}
