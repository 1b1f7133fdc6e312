/* days.c -- day numbers of the Gregorian calendar, counted from 1 March of year 0. */
#include "world.h"

int day_of(int year, int month, int day)
{
    if (month <= 2) {
        month += 12;
        year--;
    }
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1;
}

int day_number(int day)
{
    int century = (4 * day + 3) / 146097;
    int rest = day - 146097 * century / 4;
    int year = (4 * rest + 3) / 1461;

    rest -= 1461 * year / 4;
    int month = (5 * rest + 2) / 153;
    int in_month = rest - (153 * month + 2) / 5 + 1;
    int over = month >= 10;
    return (100 * century + year + over) * 10000 + (month + 3 - 12 * over) * 100 + in_month;
}

int day_from(int number)
{
    return day_of(number / 10000, number / 100 % 100, number % 100);
}

int day_weekday(int day)
{
    return (day + 2) % 7; /* 1 March of year 0 was a Wednesday */
}

int day_on_weekday(int day, int weekday)
{
    return day + (weekday - day_weekday(day) + 7) % 7;
}

int first_issue(void)
{
    return day_of(2010, 1, 5);
}
