/* scenes.c -- what is planted abroad, scene by scene, each with its near misses; as of 2023-12-31, with a
 * week from the 24th on in which something of each kind is new.                                       */
#include "scenes.h"

enum { COPY = 85, FAINT = 20, FAINTLY = 23, OTHER_FIELD = 100 };

const struct plant plants[] = {
    /* ---- 0 to 2: core families and open doors ---- */
    { "gap_pct", 0, OURS, 20210716, "CN A 20211109; CN B 20220920; WO A1 20230119; US A1 20230309; US B2 20231017",
      "CN EE01 S 20230515", NULL, NULL, 0 },
    { "gap_paris", 1, OURS, 20230214, "CN A 20230620; CN B 20231114", "CN EE01 S 20231201", NULL, NULL, 0 },
    { "gap_closed", 2, OURS, 20150310, "CN A 20160105; CN B 20171107; US A1 20160922; US B2 20180731",
      "CN EE01 S 20190514", NULL, NULL, 0 },
    { "gap_refused", 2, OURS, 20150611,
      "CN A 20160412; CN B 20171205; US A1 20161222; US B2 20181016; EP A1 20161214",
      "CN EE01 S 20190604; EP 18D B 20180605", NULL, NULL, 0 },
    { "gap_dead", 2, OURS, 20140512, "CN A 20150602; CN B 20161101", "CN EE01 S 20180604; CN CF01 H 20200707 20190512",
      NULL, NULL, 0 },
    { "gap_theirs", 2, RIVAL_CN, 20150317, "CN A 20160112; CN B 20171114; US A1 20160929; US B2 20180807",
      "CN EE01 S 20190521", NULL, NULL, 0 },

    /* ---- 3: who stands before whom ---- */
    { "block_theirs", 3, RIVAL_US, 20170310, "US A1 20180920; US B2 20190806; CN A 20181009", NULL, NULL, NULL, 0 },
    { "block_background", 3, RIVAL_CN, 20160412, "CN A 20171010; CN B 20190312", NULL, NULL, NULL, 0 },
    { "block_own", 3, OURS, 20160705, "CN A 20170606; CN B 20190416", NULL, NULL, NULL, 0 },
    { "block_sister", 3, SISTER, 20160809, "CN A 20170704; CN B 20190514", NULL, NULL, NULL, 0 },
    { "block_ours", 3, OURS, 20190514, "CN A 20191203; CN B 20210608; WO A1 20201119", NULL,
      "WO X block_theirs; WO A block_background; WO X block_own; WO Y block_sister", NULL, 0 },
    { "block_later", 3, RIVAL_JP, 20210604, "JP A 20221206; WO A1 20221208", NULL, "WO I block_ours", NULL, 0 },
    { "block_earlier", 3, RIVAL_DE, 20190902, "EP A1 20210310", NULL, "EP A block_own; EP Y block_own", NULL, 0 },

    /* ---- 4: what lapses and what falls due ---- */
    { "lapse_cn", 4, OURS, 20150402, "CN A 20160301; CN B 20171212", "CN CF01 H 20231205 20230402", NULL, NULL, 0 },
    { "lapse_us", 4, OURS, 20140916, "CN A 20150602; CN B 20170808; US A1 20160804; US B2 20171205",
      "US FP H 20231206 20231204", NULL, NULL, 0 },
    { "lapse_restored", 4, OURS, 20150416, "CN A 20160315; CN B 20171219",
      "CN CF01 H 20230801 20230416; CN RR01 K 20231010", NULL, NULL, 0 },
    { "lapse_old", 4, OURS, 20140402, "CN A 20150303; CN B 20161213", "CN CF01 H 20220607 20210402", NULL, NULL, 0 },
    { "lapse_twin", 4, OURS, 20190305, "CN U 20190910; CN A 20191203; CN B 20230307", "U AR01 H 20230307", NULL, NULL, 0 },
    { "lapse_two", 4, OURS, 20130212, "US A1 20140821; US B2 20150804; US B2+ 20151201",
      "US FP H 20230905 20230804; US+ FP H 20230905 20230804", NULL, NULL, 0 },
    { "lapse_theirs", 4, RIVAL_CN, 20150409, "CN A 20160308; CN B 20171212", "CN CF01 H 20231205 20230409", NULL, NULL, 0 },
    { "due_um", 4, OURS, 20140628, "CN U 20141224", NULL, NULL, NULL, 0 },
    { "due_soon", 4, OURS, 20140326, "CN U 20140924", NULL, NULL, NULL, 0 },
    { "due_far", 4, OURS, 20140810, "CN U 20150204", NULL, NULL, NULL, 0 },
    { "due_dead", 4, OURS, 20140328, "CN U 20140924", "U CF01 H 20190604 20180328", NULL, NULL, 0 },

    /* ---- 5: who enters a subfield ---- */
    { "entrant", 5, RIVAL_JP, 20220630, "JP A 20231228; WO A1 20231228", NULL, NULL, NULL, 0 },
    { "entrant_early", 5, RIVAL_DE, 20220120, "EP A1 20230726", NULL, NULL, NULL, 0 },
    { "entrant_old", 5, RIVAL_US, 20171012, "US A1 20190418; US B2 20200616", NULL, NULL, NULL, 0 },
    { "entrant_again", 5, RIVAL_US, 20211118, "US A1 20230525", NULL, NULL, NULL, 0 },
    { "entrant_ours", 5, SISTER, 20220811, "CN A 20230314", NULL, NULL, NULL, 0 },

    /* ---- 6: leads by the words of claims ---- */
    { "lead_ours", 6, OURS, 20140318, "CN A 20150106; CN B 20161108; US A1 20151217; US B2 20170711", NULL, NULL, NULL, 0 },
    { "lead_cn", 6, RIVAL_CN, 20180514, "CN A 20190903; CN B 20210511", NULL, NULL, "lead_ours", COPY },
    { "lead_us", 6, RIVAL_US, 20170912, "US A1 20190314; US B2 20200602", NULL, NULL, "lead_ours", COPY },
    { "lead_earlier", 6, RIVAL_DE, 20140901, "US A1 20160303; US B2 20180109", NULL, NULL, "lead_ours", COPY },
    { "lead_dead", 6, RIVAL_CN, 20180604, "CN A 20190917; CN B 20210608", "CN CF01 H 20230808 20220604", NULL, "lead_ours", COPY },
    { "lead_sister", 6, SISTER, 20180702, "CN A 20190910; CN B 20210706", NULL, NULL, "lead_ours", COPY },
    { "lead_faint", 6, RIVAL_CN, 20180716, "CN A 20191112; CN B 20210713", NULL, NULL, "lead_ours", FAINTLY },
    { "lead_field", 6 + OTHER_FIELD, RIVAL_CN, 20180730, "CN A 20191119; CN B 20210720", NULL, NULL, "lead_ours", COPY },
    { "lead_from_dead", 6, OURS, 20130416, "CN A 20140304; CN B 20151013", "CN CF01 H 20200609 20190416", NULL, NULL, 0 },
    { "lead_to_dead", 6, RIVAL_CN, 20180813, "CN A 20191203; CN B 20210803", NULL, NULL, "lead_from_dead", COPY },

    /* ---- 7: leads by citations ---- */
    { "cited_ours", 7, OURS, 20130422, "CN A 20140212; CN B 20150819", NULL, NULL, NULL, 0 },
    { "citing", 7, RIVAL_JP, 20180910, "WO A1 20200319; CN A 20200818; CN B 20220614", NULL, "WO X cited_ours", NULL, 0 },
    { "citing_background", 7, RIVAL_DE, 20180917, "WO A1 20200326; CN A 20200825; CN B 20220621", NULL, "WO A cited_ours", NULL, 0 },
    { "citing_dead", 7, RIVAL_US, 20180924, "WO A1 20200402; CN A 20200901", "CN WD01 B 20220705", "WO X cited_ours", NULL, 0 },
    { "citing_elsewhere", 7, RIVAL_US, 20181015, "WO A1 20200423; US A1 20200521; US B2 20211012", NULL, "WO Y cited_ours", NULL, 0 },

    /* ---- 8: new rights near ours ---- */
    { "near_ours", 8, OURS, 20190611, "CN A 20200107; CN B 20211109; US A1 20201217; US B2 20220705", NULL, NULL, NULL, 0 },
    { "near_us", 8, RIVAL_US, 20191105, "US A1 20210506; US B2 20231226", NULL, NULL, "near_ours", COPY },
    { "near_cn", 8, RIVAL_DE, 20191022, "CN A 20220412; CN B 20230815", NULL, NULL, "near_ours", COPY },
    { "near_ep", 8, RIVAL_JP, 20191016, "JP A 20210422; EP A1 20210421; EP B1 20231108", NULL, NULL, "near_ours", COPY },
    { "near_pending", 8, RIVAL_JP, 20191112, "CN A 20210518", NULL, NULL, "near_ours", COPY },
    { "near_old", 8, RIVAL_US, 20191126, "US A1 20210527; US B2 20211207", NULL, NULL, "near_ours", COPY },
    { "near_faint", 8, RIVAL_CN, 20191203, "CN A 20210518; CN B 20230905", NULL, NULL, "near_ours", FAINT },
    { "near_sister", 8, SISTER, 20191210, "CN A 20200609; CN B 20230912", NULL, NULL, "near_ours", COPY },
    { "near_field", 8 + OTHER_FIELD, RIVAL_CN, 20191217, "CN A 20200616; CN B 20230919", NULL, NULL, "near_ours", COPY },

    /* ---- 9: new reports against ours ---- */
    { "report_theirs", 9, RIVAL_CN, 20200512, "CN A 20201201; CN B 20220809", NULL, NULL, NULL, 0 },
    { "report_ours", 9, OURS, 20220608, "CN A 20221220; WO A1 20231228", NULL, "WO Y report_theirs", NULL, 0 },
    { "report_early", 9, OURS, 20220209, "CN A 20220816; WO A1 20230817", NULL, "WO X report_theirs", NULL, 0 },
    { "report_background", 9, OURS, 20220413, "CN A 20221018; WO A1 20231019", NULL, "WO A report_theirs", NULL, 0 },
    { "report_old", 9, OURS, 20210113, "CN A 20210713; WO A1 20220721", NULL, "WO X report_theirs", NULL, 0 },
    { .name = NULL },
};

const struct wanted wanted[] = {
    { "overseas-gaps", true, "gap_pct", NULL, "EP", "pct 2024-02-16" },
    { "overseas-gaps", true, "gap_pct", NULL, "JP", "pct 2024-01-16" },
    { "overseas-gaps", true, "gap_pct", NULL, "KR", "pct 2024-02-16" },
    { "overseas-gaps", true, "gap_pct", NULL, "IN", "pct 2024-02-16" },
    { "overseas-gaps", false, "gap_pct", NULL, "US", "filed there" },
    { "overseas-gaps", true, "gap_paris", NULL, "US", "paris 2024-02-14" },
    { "overseas-gaps", true, "gap_paris", NULL, "EP", "paris 2024-02-14" },
    { "overseas-gaps", true, "gap_paris", NULL, "JP", "paris 2024-02-14" },
    { "overseas-gaps", true, "gap_paris", NULL, "KR", "paris 2024-02-14" },
    { "overseas-gaps", true, "gap_paris", NULL, "IN", "paris 2024-02-14" },
    { "overseas-gaps", true, "gap_closed", NULL, "EP", "closed 2016-03-10" },
    { "overseas-gaps", true, "gap_closed", NULL, "JP", "closed 2016-03-10" },
    { "overseas-gaps", true, "gap_refused", NULL, "JP", "closed 2016-06-11" },
    { "overseas-gaps", false, "gap_refused", NULL, "EP", "refused there" },
    { "overseas-gaps", false, "gap_dead", NULL, "US", "a dead right" },
    { "overseas-gaps", false, "gap_theirs", NULL, "EP", "not ours" },

    { "blocks", true, "block_ours", "block_theirs", NULL, "before X" },
    { "blocks", true, "block_ours", "block_later", NULL, "behind I" },
    { "blocks", true, "block_own", "block_earlier", NULL, "behind Y" },
    { "blocks", false, "block_ours", "block_background", NULL, "category A alone" },
    { "blocks", false, "block_ours", "block_own", NULL, "our own" },
    { "blocks", false, "block_ours", "block_sister", NULL, "of our group" },

    { "alert lapsed", true, "lapse_cn", NULL, "CN", "2023-04-02" },
    { "alert lapsed", true, "lapse_us", NULL, "US", "2023-12-04" },
    { "alert lapsed", true, "lapse_two", NULL, "US", "2023-08-04" },
    { "alert lapsed", false, "lapse_restored", NULL, "CN", "restored" },
    { "alert lapsed", false, "lapse_old", NULL, "CN", "told two years ago" },
    { "alert lapsed", false, "lapse_twin", NULL, "CN", "given up for the invention of the same day" },
    { "alert lapsed", false, "lapse_theirs", NULL, "CN", "not ours" },
    { "alert due", true, "due_um", NULL, "CN", "2024-06-28" },
    { "alert due", true, "due_soon", NULL, "CN", "2024-03-26" },
    { "alert due", false, "due_far", NULL, "CN", "in more than six months" },
    { "alert due", false, "due_dead", NULL, "CN", "a dead right" },

    { "alert entrant", true, NULL, "entrant", NULL, "2023-12-28" },
    { "alert entrant", true, NULL, "entrant_early", NULL, "2023-07-26" },
    { "alert entrant", false, NULL, "entrant_again", NULL, "there since 2019" },
    { "alert entrant", false, NULL, "entrant_ours", NULL, "of our city" },

    { "leads", true, "lead_ours", "lead_cn", "CN", "overlap" },
    { "leads", true, "lead_ours", "lead_us", "US", "overlap" },
    { "leads", false, "lead_ours", "lead_earlier", NULL, "earlier than our publication" },
    { "leads", false, "lead_ours", "lead_dead", NULL, "a dead right" },
    { "leads", false, "lead_ours", "lead_sister", NULL, "of our group" },
    { "leads", false, "lead_ours", "lead_faint", NULL, "overlap just under the threshold" },
    { "leads", false, "lead_ours", "lead_field", NULL, "another subfield" },
    { "leads", false, "lead_from_dead", "lead_to_dead", NULL, "ours is dead" },
    { "leads", true, "cited_ours", "citing", "CN", "citation" },
    { "leads", false, "cited_ours", "citing_background", NULL, "category A alone" },
    { "leads", false, "cited_ours", "citing_dead", NULL, "a dead application" },
    { "leads", false, "cited_ours", "citing_elsewhere", NULL, "alive where ours is not" },

    { "risks", true, "lead_ours", "lead_earlier", "US", "an earlier right is a risk" },
    { "risks", true, "near_ours", "near_us", "US", "overlap" },
    { "risks", true, "near_ours", "near_cn", "CN", "overlap" },
    { "risks", false, "lead_ours", "lead_sister", NULL, "of our group" },
    { "risks", false, "lead_ours", "lead_dead", NULL, "a dead right" },
    { "risks", false, "lead_ours", "lead_field", NULL, "another subfield" },

    { "alert new_grant", true, "near_ours", "near_us", "US", "2023-12-26" },
    { "alert new_grant", true, "near_ours", "near_cn", "CN", "2023-08-15" },
    { "alert new_grant", true, "near_ours", "near_ep", "EP", "2023-11-08" },
    { "alert new_grant", true, "near_sister", "near_us", "US", "2023-12-26" },
    { "alert new_grant", true, "near_sister", "near_cn", "CN", "2023-08-15" },
    { "alert new_grant", true, "near_sister", "near_ep", "EP", "2023-11-08" },
    { "alert new_grant", false, "near_ours", "near_pending", NULL, "pending" },
    { "alert new_grant", false, "near_ours", "near_old", NULL, "granted two years ago" },
    { "alert new_grant", false, "near_ours", "near_faint", NULL, "overlap just under the threshold" },
    { "alert new_grant", false, "near_ours", "near_sister", NULL, "of our group" },
    { "alert new_grant", false, "near_ours", "near_field", NULL, "another subfield" },

    { "alert new_xy", true, "report_ours", "report_theirs", NULL, "2023-12-28" },
    { "alert new_xy", true, "report_early", "report_theirs", NULL, "2023-08-17" },
    { "alert new_xy", false, "report_background", "report_theirs", NULL, "category A alone" },
    { "alert new_xy", false, "report_old", "report_theirs", NULL, "two years ago" },
    { .list = NULL },
};

uint32_t plant_number(const char *name)
{
    uint32_t i = 0;

    while (plants[i].name && strcmp(plants[i].name, name) != 0)
        i++;
    if (!plants[i].name)
        give_up("nothing planted is called '%s'", name);
    return i;
}
