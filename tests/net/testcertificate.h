// SPDX-License-Identifier: MIT
#pragma once

//! A certificate for this machine that signs itself, and its key: good for nothing but these tests.
namespace roster::test {

inline constexpr char TestCertificate[] = R"(-----BEGIN CERTIFICATE-----
MIIBbDCCARGgAwIBAgIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtSb3N0ZXIg
dGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFjEUMBIGA1UE
AwwLUm9zdGVyIHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARvA/Y42WFW
nHzl2BLUUUROm0k1ll4RMPm7x8OVXYNxgm/VgGAGDF3K9cwB9IXY+BfaJ3gHUmQ9
aPSRyM9OppIto04wTDAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwDwYDVR0T
AQH/BAUwAwEB/zAdBgNVHQ4EFgQUyn3+4dQLqMluWdpHYkPENRkkKRQwCgYIKoZI
zj0EAwIDSQAwRgIhAIjEUt7zgAKb1A9HB+mOYlgz7W3tnSISysPwdsnH7nbNAiEA
ieSC5zTubQgNFj7c0tr/YRegmZywweSHbQ00VvcK9qo=
-----END CERTIFICATE-----
)";

inline constexpr char TestKey[] = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXPIHuPcsu7GDyCug
x4GlUPraZgTGoAQ8eVbd2jiJA2ShRANCAARvA/Y42WFWnHzl2BLUUUROm0k1ll4R
MPm7x8OVXYNxgm/VgGAGDF3K9cwB9IXY+BfaJ3gHUmQ9aPSRyM9OppIt
-----END PRIVATE KEY-----
)";

} // namespace roster::test
