#!/bin/bash
# make.sh FOLDER -- a small made-up world: publications of DOCDB, and what became of them in LEGSTAT.
folder=$1
document() { # country number kind date application filed family title
    cat <<XML
<exch:exchange-document country="$1" doc-number="$2" kind="$3" date-publ="$4" family-id="$7" status="A"><exch:bibliographic-data>
<exch:publication-reference data-format="docdb"><document-id><country>$1</country><doc-number>$2</doc-number><kind>$3</kind><date>$4</date></document-id></exch:publication-reference>
<exch:classifications-ipcr><classification-ipcr sequence="1"><text>C01B  32/184       20170101AFI</text></classification-ipcr></exch:classifications-ipcr>
<exch:application-reference data-format="docdb"><document-id><country>$1</country><doc-number>$5</doc-number><kind>A</kind><date>$6</date></document-id></exch:application-reference>
<exch:parties><exch:applicants><exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>SUZHOU EXAMPLE NANO CO LTD</name></exch:applicant-name><residence><country>CN</country></residence></exch:applicant></exch:applicants></exch:parties>
<exch:invention-title lang="en" data-format="docdba">$8</exch:invention-title>
</exch:bibliographic-data><exch:abstract lang="en" data-format="docdba"><exch:p>A graphene film is grown on copper foil by chemical vapor deposition.</exch:p></exch:abstract></exch:exchange-document>
XML
}
begin() { # country application; then events, then finish
    cat <<XML
<legal-status-document family-id="1" status="A" country="$1"><application-reference><document-id><country>$1</country><doc-number>$2</doc-number><kind>A</kind><date>20100110</date></document-id></application-reference>
XML
}
event() { # office code date class [effective] [details]
    cat <<XML
<legal-event providing-office="$1" event-id="$((++number))"><event-date>$3</event-date>${5:+<event-date-effective>$5</event-date-effective>}<event-class>$4</event-class><event-code>$2</event-code><event-details><event-description lang="en">$2 OF $1</event-description>$6</event-details></legal-event>
XML
}
finish() { echo '</legal-status-document>'; }
text() { echo "<text>$1</text>"; }
number=0

{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" date-of-exchange="20240107">'
    document CN 101900001 A 20110601 201010100001 20100110 50000001 'Graphene film, pledged and licensed'
    document CN 101900001 B 20130605 201010100001 20100110 50000001 'Graphene film, pledged and licensed'
    document CN 101900002 B 20130605 201010100002 20100110 50000002 'Graphene film, lapsed'
    document CN 101900003 B 20130605 201010100003 20100110 50000003 'Graphene film, lapsed and restored'
    document CN 101900004 A 20110601 201010100004 20100110 50000004 'Graphene film, refused'
    document CN 101900005 B 20130605 201010100005 20100110 50000005 'Graphene film, nobody speaks of it'
    document CN 101900006 B 20130605 201010100006 20100110 50000006 'Graphene film, preserved and sold'
    document EP 2400001 A1 20110601 10100001 20100110 50000001 'Graphene film, pledged and licensed'
    document EP 2400001 B1 20140108 10100001 20100110 50000001 'Graphene film, pledged and licensed'
    document US 8900001 B2 20141202 201012345678 20100110 50000001 'Graphene film, pledged and licensed'
    document US 8900002 B2 20141202 201012345679 20100110 50000007 'Graphene film, not paid for'
    echo '</exch:exchange-documents>'
} >"$folder/publications.xml"

{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<legal-status-documents date-of-exchange="20240105" complete-history="true">'
    begin CN 201010100001
    event CN C06 20110601 Q
    event CN PB01 20110601 Q
    event CN C10 20110713 D
    event CN C14 20130605 F
    event CN GR01 20130605 F
    event CN PE01 20180403 S '' "$(text '登记号:2018320010001 登记生效日:20180320 质权人:某某银行苏州分行')"
    event CN PC01 20190507 S '' "$(text '登记号:2018320010001解除日:20190420')"
    event CN PE01 20230606 S '' "$(text 'Effective date of registration: 20230520; Pledgee: Example Bank; Registration number: Y2023980040001')"
    event CN EE01 20200107 S '' "$(text '合同备案号:X2019320000012；受让人:某某电子有限公司；许可种类:普通许可')"
    finish
    begin CN 201010100002
    event CN GR01 20130605 F
    event CN CF01 20190104 H '' "$(text 'Granted publication date: 20130605; Termination date: 20180110')"
    finish
    begin CN 201010100003
    event CN GR01 20130605 F
    event CN CF01 20190104 H 20180110
    event CN RR01 20190702 K
    event CN CI03 20190801 P
    finish
    begin CN 201010100004
    event CN SE01 20110713 D
    event CN RJ01 20141105 B
    finish
    begin CN 201010100006
    event CN GR01 20130605 F
    event CN TR01 20160302 R '' "$(text '变更事项:专利权人 变更前权利人:苏州某某纳米有限公司 变更后权利人:昆山某某材料有限公司 登记生效日:20160210')"
    event CN IP01 20170503 M
    event CN PP01 20230704 T '' "$(text '登记生效日:20230615')"
    event CN XX99 20230801 ''
    finish
    begin EP 10100001
    event EP AK 20140108 W '' '<designated-states><country>AT</country><country>DE</country><country>FR</country><country>GB</country><country>HU</country></designated-states>'
    event EP PG25 20140901 H '' '<notification-of-lapse country="AT"><date-patent-lapsed>20140108</date-patent-lapsed></notification-of-lapse><text>LAPSE BECAUSE OF FAILURE TO SUBMIT A TRANSLATION OF THE DESCRIPTION</text>'
    event EP PG25 20180501 H '' '<notification-of-lapse country="FR"><date-patent-lapsed>20170131</date-patent-lapsed></notification-of-lapse><text>LAPSE BECAUSE OF NON-PAYMENT OF DUE FEES</text>'
    event EP PGFP 20230201 U '' '<fee-payment country="DE"><fee-payment-date>20230120</fee-payment-date><fee-payment-year>14</fee-payment-year></fee-payment>'
    event EP PGFP 20190201 U '' '<fee-payment country="GB"><fee-payment-date>20190120</fee-payment-date><fee-payment-year>10</fee-payment-year></fee-payment>'
    event EP 26N 20141111 L
    finish
    begin US 201012345678
    event US STCF 20141112 F '' "$(text 'PATENTED CASE')"
    event US MAFP 20220524 U '' "$(text 'PAYMENT OF MAINTENANCE FEE, 8TH YEAR')"
    finish
    begin US 201012345679
    event US FEPP 20180723 U '' "$(text 'MAINTENANCE FEE REMINDER MAILED')"
    event US LAPS 20190107 H '' "$(text 'PATENT EXPIRED FOR FAILURE TO PAY MAINTENANCE FEES')"
    event US FP 20190129 H 20181202
    finish
    begin KR 20107000009
    event KR E902 20120101 B
    event KR REGI 20130101 F
    event KR LAPS 20200101 H
    finish
    echo '</legal-status-documents>'
} >"$folder/events.xml"
