#!/bin/bash
# A made-up standard with made-up clauses, and patents near it: make.sh FOLDER
#   CN116000001B  every element has a required clause, declared by an owner who drafts: tier A
#   CN116000002B  the same, one element changed to what no clause speaks of: never A
#   CN116000003B  the same as the first, filed after the standard was published: prior art risk
#   CN116000004B  another matter
# and lists for `nanopat import`. No text of a real standard or patent stands here.
to=$1
patent() { # number, application, filed, published, title, claim
    cat >"$to/CN$1B.xml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<cn-patent-document lang="ZH" country="CN">
  <cn-bibliographic-data>
    <cn-publication-reference><document-id><country>CN</country><doc-number>$1</doc-number>
      <kind>B</kind><date>$4</date></document-id></cn-publication-reference>
    <application-reference appl-type="发明专利"><document-id><country>CN</country>
      <doc-number>$2</doc-number><date>$3</date></document-id></application-reference>
    <classifications-ipcr><classification-ipcr><text>H01F    1/42    (2006.01)</text></classification-ipcr>
    </classifications-ipcr>
    <invention-title>$5</invention-title>
    <abstract><p num="1">本发明公开了$5。</p></abstract>
    <cn-parties><cn-applicants><cn-applicant sequence="1"><addressbook lang="ZH">
      <name>苏州青禾磁珠材料有限公司</name><address><text>215123 江苏省苏州市苏州工业园区某某街1号</text></address>
    </addressbook></cn-applicant></cn-applicants></cn-parties>
  </cn-bibliographic-data>
  <application-body lang="CN" country="CN">
    <description><p id="p0001" num="0001">本发明涉及$5。</p></description>
    <claims><claim id="cl0001" num="0001"><claim-text>1.$6</claim-text></claim></claims>
  </application-body>
</cn-patent-document>
XML
}
head='一种核酸提取用纳米磁珠，其特征在于：'
core='由四氧化三铁磁核和二氧化硅壳层组成；平均粒径为200 nm~0.3 μm，用动态光散射法测定；'
core+='饱和磁化强度不小于45 emu/g，用振动样品磁强计测定；二氧化硅壳层厚度为5~20 nm，用透射电子显微镜测定；'
last='磁珠表面羟基密度不小于2 mmol/L，用滴定法测定。'
patent 116000001 202010000001.8 20200106 20230104 '一种核酸提取用纳米磁珠' "$head$core$last"
patent 116000002 202010000002.2 20200107 20230105 '一种核酸提取用纳米磁珠' \
    "$head${core}偶联有抗甲胎蛋白单克隆抗体，经冻干后分装于铝箔袋。"
patent 116000003 202410000003.6 20240306 20250107 '一种核酸提取用纳米磁珠' "$head$core$last"
patent 116000004 202010000004.1 20200109 20230106 '一种石墨烯导热膜' \
    '一种石墨烯导热膜，其特征在于：由石墨烯片层叠压而成；厚度为20~50 μm。'

printf '%s\n' '标准号,年份,归口单位,状态,细分领域,关键词,英文关键词' \
    'T/NMTEST 900-2022,2022,T/NMTEST,现行,2.2,磁珠; 核酸; 四氧化三铁,magnetic bead; nucleic acid' \
    >"$to/standards.csv"
clauses() { # how required clause 5.3 is
    cat <<CSV
标准号,条款,性质,条文
T/NMTEST 900-2022,1,资料性,本文件适用于核酸提取用纳米磁珠。
T/NMTEST 900-2022,5.1,应,核酸提取用纳米磁珠应由四氧化三铁磁核和二氧化硅壳层组成。
T/NMTEST 900-2022,5.2,应,纳米磁珠的平均粒径应为100 nm~500 nm，用动态光散射法测定。
T/NMTEST 900-2022,5.3,$1,饱和磁化强度不小于40 emu/g，用振动样品磁强计测定。
T/NMTEST 900-2022,5.4,应,二氧化硅壳层厚度应为10 nm~30 nm，用透射电子显微镜测定。
T/NMTEST 900-2022,5.5,应,磁珠表面羟基密度用滴定法测定，应不小于1 mmol/L。
T/NMTEST 900-2022,A.1,资料性,包装采用铝箔袋，运输时避免强磁场。
CSV
}
clauses 应 >"$to/clauses.csv"
clauses 资料性 >"$to/clauses_optional.csv"
printf '%s\n' '标准号,单位,专利号,日期,许可声明' \
    'T/NMTEST 900-2022,苏州青禾磁珠材料有限公司,CN116000001B,2021-05-04,2' \
    'T/NMTEST 900-2022,苏州青禾磁珠材料有限公司,CN116000002B,2021-05-04,2' >"$to/declarations.csv"
printf '%s\n' '单位,技术委员会,角色,标准号,起始' \
    '苏州青禾磁珠材料有限公司,T/NMTEST,起草单位,T/NMTEST 900-2022,2020' \
    '北京某某检测研究院,T/NMTEST,起草单位,T/NMTEST 900-2022,2020' >"$to/participation.csv"
