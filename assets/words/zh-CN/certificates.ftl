# 证书树的用语。

ui-certificates = 证书
ui-certificates-show = 显示证书
ui-certificate-public = 公共根
ui-certificate-local = 仅本机信任
ui-certificate-untrusted = 本机不信任
ui-certificate-expired = 已过期
ui-certificate-not-yet = 尚未生效
ui-certificate-other-name = 名称不符
ui-certificate-revoked = 已吊销
ui-certificate-not-sent = 服务器未发送
ui-certificate-about = 签发者：{ $issuer }，{ $from }至{ $until }
