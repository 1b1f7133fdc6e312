/* codes.h -- the stable codes of this folder; the table with cause and remedy is codes.c. */
#ifndef INPUT_CODES_H
#define INPUT_CODES_H

#define CODE_IO_READ "NP-IO-001"
#define CODE_GZ_NOT "NP-GZ-001"
#define CODE_GZ_CUT "NP-GZ-002"
#define CODE_GZ_DATA "NP-GZ-003"
#define CODE_GZ_CRC "NP-GZ-004"
#define CODE_GZ_LENGTH "NP-GZ-005"
#define CODE_GZ_TRAILING "NP-GZ-006"
#define CODE_GZ_HEADER "NP-GZ-007"
#define CODE_ZIP_BROKEN "NP-ZIP-001"
#define CODE_ZIP_ENCRYPTED "NP-ZIP-002"
#define CODE_ZIP_METHOD "NP-ZIP-003"
#define CODE_ZIP_CRC "NP-ZIP-004"
#define CODE_ZIP_DATA "NP-ZIP-005"
#define CODE_ZIP_MISMATCH "NP-ZIP-006"
#define CODE_ZIP_DISKS "NP-ZIP-007"
#define CODE_ARC_BROKEN "NP-ARC-001"
#define CODE_ARC_MEMBER "NP-ARC-002"
#define CODE_ARC_LINK "NP-ARC-003"
#define CODE_LIM_MEMBER "NP-LIM-101"
#define CODE_LIM_RATIO "NP-LIM-102"
#define CODE_LIM_NESTING "NP-LIM-103"
#define CODE_LIM_ENTRIES "NP-LIM-104"
#define CODE_FRM_CUT "NP-FRM-001"
#define CODE_FRM_END "NP-FRM-002"
#define CODE_FRM_LONG "NP-FRM-003"
#define CODE_FRM_TAG "NP-FRM-004"
#define CODE_FRM_GARBAGE "NP-FRM-005"
#define CODE_FRM_UTF16 "NP-FRM-006"

#endif
