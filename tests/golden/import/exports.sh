#!/bin/bash
# Exports of vendors and the enterprise library: every header known in both widths and all encodings, the
# kind by its header, what XML lacks is filled with its source, what offices say stays, identifiers that a
# spreadsheet spoiled are told.
sheets=$BUILD/sheets
[ -x "$sheets" ] || { echo "no $sheets" >&2; exit 77; }
cd "$WORK" || exit 1
import() {
    echo "--- $*"
    "$NANOPAT" import "$@" -d t.db -j "$J" 2>&1
    echo "exit $?"
}
for kind in incopat patsnap enterprises; do
    "$sheets" $kind 3 full </dev/null | iconv -f UTF-8 -t GB18030 >$kind-full.csv
    { printf '\xef\xbb\xbf'; "$sheets" $kind 4 </dev/null; } >$kind-bom.csv
    "$sheets" $kind 5 </dev/null | iconv -f UTF-8 -t UTF-16 >$kind-16.csv
    "$sheets" $kind 6 </dev/null | sed '1s/,/;/g; s/","/";"/g' >$kind-semicolon.csv
    "$sheets" $kind 7 $kind.xlsx </dev/null
    echo "$kind: $(head -1 $kind-bom.csv | tr , '\n' | wc -l) columns"
    import $kind-full.csv $kind-bom.csv $kind-16.csv $kind-semicolon.csv $kind.xlsx | grep -v 'NP-IMP-017'
done

# Headers as the vendors print them, and PatSnap's search codes: no column is unknown.
cat >printed.csv <<'CSV'
公开（公告）号,申请号,申请日,标题 (中文),标题 (英文),标题 (翻译),摘要 (中文),摘要(英文),申请人,当前权利人,标准化申请人,标准化当前权利人,第一申请人,申请人类型,中国申请人地市,中国申请人区县,申请人省市代码,工商统一社会信用代码,工商注册地址,工商成立日期,工商企业状态,工商上市代码,IPC主分类,IPC,CPC,国民经济分类,新兴产业分类,简单同族,简单同族个数,扩展同族,DocDB同族,同族国家/地区,引证次数,被引证次数,家族被引证次数,引证科技文献,专利有效性,当前法律状态,法律状态,转让次数,受让人,许可次数,被许可人,许可类型,质押次数,质权人,质押期限,诉讼次数,原告,被告,无效请求人,复审无效决定日,海关备案,标准类型,标准项目,标准号,合享价值度,技术稳定性,技术先进性,保护范围,首项权利要求,独立权利要求,权利要求数量,首权字数,公开（公告）日,摘要（小语种原文）
CN199999999B
CSV
cat >printed-patsnap.csv <<'CSV'
公开(公告)号,申请号,申请日,标题,摘要,原始申请(专利权)人,当前申请(专利权)人,[标]当前申请(专利权)人,[标]原始申请(专利权)人,第一原始申请(专利权)人,[标]当前申请(专利权)人类型,[标]原始申请(专利权)人类型,当前申请(专利权)人地市,当前申请(专利权)人区县,IPC主分类,简单法律状态,简单同族,专利价值,权利要求数量,首权字数,转让次数,许可次数,质押次数,诉讼次数
CN199999999B
CSV
cat >codes-patsnap.csv <<'CSV'
PN,APNO,APD,TTL,ABST,AN,ANC,ANCS,F_AN,ANS_TYPE,ANC_CITY,ANC_DISTRICT,BI_USCC,BI_ADD,BI_ED,BI_RS,LC_CODE,MIPC,IPC,CPC,GBC,SEIC,FAM,FAM_COUNT,FAM_COUNTRY,IFAM,EFAM,B_CITES_COUNT,F_CITES_COUNT,SIMPLE_LEGAL_STATUS,TRANSFER,LICENSE_COUNT,PLEDGE_COUNT,LITIGATION_COUNT,INVALID_COUNT,DAMAGES_AMOUNT,SEP,SEP_NUMBER,SEP_SOURCE,SEP_PROJECT,SEP_DECLARANT,AWARD_NAME,AWARD_LEVEL,AWARD_SESSION,PV,CLAIM_COUNT,FCLMS_WORDCOUNT
CN199999999B
CSV
import printed.csv printed-patsnap.csv codes-patsnap.csv

cat >spoiled.csv <<'CSV'
公开（公告）号,申请号,工商统一社会信用代码,申请日,[标]当前申请(专利权)人,我的标签
CN106844774A,2.02E+14,9.13206E+17,45000,甲,a
,2.02E+14,,,乙,b
CN106844774B,201710601862.4,91350100M000100Y4X,2017-07-21,丙,c
CSV
import spoiled.csv

# Workbooks with a password are OLE files; those with macros hold a program.
printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage' >locked.xlsx
mkdir macro && (cd macro && unzip -q ../incopat.xlsx &&
    sed -i 's|</Relationships>|<Relationship Id="rv" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>|' xl/_rels/workbook.xml.rels &&
    echo program >xl/vbaProject.bin && zip -q -X -r ../macro.xlsm .)
import locked.xlsx macro.xlsm
