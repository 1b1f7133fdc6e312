/* scenes.h -- the table of planted families: scenes.c. */
#ifndef WORLD_SCENES_H
#define WORLD_SCENES_H

#include "world.h"

/* Families of one scene are of one subfield; a scene's number says of which (planted.c). */
struct plant {
    const char *name;
    int scene;
    enum planted_owner owner;
    int priority;        /* yyyymmdd, at its owner's home office */
    const char *members; /* "CN A 20190903; US B2 20200602"; a B2+ is of a second application */
    const char *events;  /* "CN CF01 H 20231205 20230402": office, or U for the utility model, then as told; ";" between */
    const char *cites;   /* "WO X block_theirs": in that office's report, the category, whom; ";" between */
    const char *like;    /* whose claims it repeats */
    int shared;          /* per cent of them */
};
extern const struct plant plants[]; /* ends with a row without a name */

/* What the lists must say of planted families, or must not. */
struct wanted {
    const char *list;    /* question, or "alert" and its kind */
    bool found;          /* false: a near miss */
    const char *family, *other, *market, *why;
};
extern const struct wanted wanted[];

uint32_t plant_number(const char *name);

#endif
