/* filename_item.c - see filename_item.h. */

#include "tests/filename_item.h"

#define RAW(s) s, sizeof(s) - 1
#define NAME(s) RAW("filename=\"" s "\"")
#define A50 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define E20 "ếếếếếếếếếếếếếếếếếếếế"

/* What is said of what is refused. */
#define STRANGE "không đúng quy cách"
#define LONG    "Tên tệp quá dài. Hãy đặt tên ngắn hơn"
#define OTHER   "đặt lại đuôi tên"
#define NO_TEXT "Tên tệp có ký tự không đọc được"

const struct filename filenames[] = {
#include "tests/filename_items.h"
};
const size_t filenames_n = sizeof(filenames) / sizeof(*filenames);
