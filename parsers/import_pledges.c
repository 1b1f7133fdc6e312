/* import_pledges.c -- pledges with their amounts, which no register publishes: circumstance H4. */
#include "import.h"

static const struct np_import_column columns[] = {
    { { "number", NP_CELL_TEXT, "", "Patent", "专利号", "The patent that is pledged." },
      NP_IMPORT_PATENT, .required = true,
      .headers = IMPORT_PATENT_HEADERS },
    { { "pledgee", NP_CELL_TEXT, "", "Pledgee", "质权人", "To whom it is pledged." },
      NP_IMPORT_TEXT,
      .headers = "出质对象|银行|贷款银行|放款银行|质押银行|金融机构|bank|creditor|lender" },
    { { "registered", NP_CELL_DATE, "", "Registered", "质押登记日", "" },
      NP_IMPORT_DATE,
      .headers =
          "登记日|登记日期|质押登记日期|质押日期|质押生效日|质押登记生效日|登记生效日|生效日|"
          "生效日期|质押起始日|registration date|date of registration|registered on|pledged|"
          "pledge date|date" },
    { { "released", NP_CELL_DATE, "", "Released", "质押解除日", "Empty: not released." },
      NP_IMPORT_DATE,
      .headers =
          "解除日|解除日期|质押解除日期|注销日|注销日期|质押注销日|质押注销日期|release date|"
          "date of release|released on" },
    { { "amount", NP_CELL_REAL, "", "Amount", "质押金额", "In units of the currency." },
      NP_IMPORT_AMOUNT,
      .headers =
          "质押融资金额|融资金额|贷款金额|质押贷款金额|金额|主债权金额|债务金额|担保金额|"
          "被担保债权金额|放款金额|amount secured|loan|loan amount|sum|secured amount" },
    { { "currency", NP_CELL_TEXT, "", "Currency", "币种", "ISO 4217." },
      NP_IMPORT_CURRENCY,
      .headers = "货币|币别|货币种类|金额币种|currency code" },
    { { "registration", NP_CELL_TEXT, "", "Registration number", "登记号", "Y2023980012345 ..." },
      NP_IMPORT_TEXT,
      .headers =
          "质押登记号|质押登记编号|登记编号|登记证号|合同登记号|registration|registration no|"
          "reg no" },
    { { "pledgor", NP_CELL_TEXT, "", "Pledgor", "出质人", "" },
      NP_IMPORT_TEXT,
      .headers = "出质单位|出质企业|专利权人|权利人|债务人|借款企业|企业名称|debtor|owner" },
    { { 0 }, .headers = NULL }
};

const struct np_import_kind np_import_pledges = {
    "pledges", "pledges with their amounts (high value, circumstance H4)",
    "专利质押清单, 含金额(高价值情形 H4)", columns, NULL, NULL, false
};
