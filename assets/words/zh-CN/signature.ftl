# 数字签名用语：签名框中的文字、验证结果，以及未能签署的原因。

## The signed box

sign-look-caption = 数字签名
sign-look-certificate = 证书：{ $name }
sign-look-issuer = 颁发者：{ $name }
sign-look-self-signed = 自签名：可证明文件此后未被更改，但不能证明签署人身份。
sign-look-valid = 有效期：{ $from }至{ $until }
sign-look-time-stamp = 时间戳：{ $server }
sign-look-no-time-stamp = 时间戳：无，时间由签署人自述
sign-look-other-edition = 页面由程序的另一版本排版。
sign-reason = 以{ $role }身份签核：{ $conclusion }

## Why something was not signed

sign-wrong-password = 密码无法打开密钥文件。
sign-bad-key-file = 密钥文件已损坏，或不是PKCS#12文件（.p12、.pfx）。
sign-no-key = 密钥文件中没有私钥。请连同私钥重新导出。
sign-key-without-certificate = 密钥文件中有私钥，但没有与之对应的证书。请将两者一同导出。
sign-unsupported-key = 不支持该密钥或其文件的加密方式。支持2048位及以上的RSA，以及P-256和P-384曲线。
sign-weak-key = 不足2048位的RSA密钥可被破解，请使用其他证书。
sign-key-failed = 密钥无法使用，或系统未能提供随机数。
sign-key-out-of-reach = Windows不允许使用此密钥签名：{ $why }。密钥可能在未插入读卡器的智能卡上，可能属于其他帐户，也可能由只有旧程序才能使用的提供程序保管。
sign-cancelled = 未允许使用该密钥签名。
sign-no-name = 请填写签署人。
sign-altered = 报告已被更改，无法签署：{ $what }
sign-stale = 评估在签核后有更改。请撤回或重新签核，再导出报告并签署。
sign-no-longer-holds = 页面上的结论已不成立：印出之后有内容到期。请重新导出报告并签署。
sign-already-signed = 该角色已签署。
sign-assessor-first = 须由评估人先签署；客户签署的是评估人已签署的文件。
sign-no-field = 报告中没有该角色的签名栏。
sign-too-early = 签署时间早于{ $than }，即报告印出或上次签署的时间。
sign-too-large = 签名放不进文件：证书链过长，或文件过大。
sign-drawing = 无法绘制签名。
sign-time-stamp-unreadable = 时间戳服务器返回的内容不是时间戳。
sign-time-stamp-refused = 时间戳服务器已拒绝（状态{ $code }）。
sign-time-stamp-other-question = 时间戳服务器答复的是另一请求。
sign-time-stamp-other-time = 时间戳服务器给出的时间为{ $at }，与本机时钟相差超过一小时。
sign-time-stamp-unreachable = 无法连接时间戳服务器：{ $why }
sign-time-stamp-status = 时间戳服务器返回HTTP状态{ $status }。
sign-time-stamp-too-large = 时间戳服务器返回的内容过大，不可能是时间戳。
sign-time-stamp-address = 这不是时间戳服务器的地址：地址应以http://或https://开头，且不含用户名和密码。
sign-self-signed-proves = 证书专为此次签名生成，可证明文件此后未被更改，但不能证明签署人身份。
sign-says-draft = 页面上标有“草稿”。如需避免，请导出供签署的报告。

## Windows证书存储

store-line = { $name }（颁发者{ $issuer }，有效期至{ $until }，{ $thumbprint }）
store-none-here = 这里没有Windows证书存储。任何系统都可以用文件中的密钥签名（--p12）。
store-empty = Windows证书存储中没有目前可用于签名且带私钥的证书。
store-unreadable = 无法读取 Windows证书存储：{ $why }。
store-no-such = Windows证书存储中没有名称或指纹为{ $selector }且带私钥的证书。
store-refused = Windows证书存储中的这个证书不能签名：{ $which }。{ $why }
store-several = Windows证书存储中有多个名为{ $selector }的证书。请给出其中一个的指纹：{ $which }

## What verifying comes to

verify-outcome-trusted = 完好，已签名，且签署人可信。
verify-outcome-not-signed = 完好，但没有数字签名。
verify-outcome-not-trusted = 完好，但并非所有签署人都可信。
verify-outcome-altered = 已被更改或已损坏，请勿采信。
verify-organisation = 组织
verify-conclusion = 结论
verify-standing = 状态
verify-digest = 校验摘要
verify-pages = 页面
verify-pages-same = 与文件中的评估所印出的完全一致
verify-pages-other-edition = 由程序的另一版本排版；每页均印有评估的校验摘要
verify-pages-differ = 与文件中的评估所印出的不一致
verify-pages-unknown = 未查看
verify-standing-draft = 尚未由双方签核
verify-standing-signed-off = 已由双方签核
verify-standing-stale = 已失效：签核过，但已不再成立
verify-signature = 签名：{ $role }
verify-signed-at = 签署时间
verify-signer = 证书
verify-integrity = 完整性
verify-intact = 签署后未被更改
verify-trust = 信任
verify-trusted = 可追溯到受信任的根证书
verify-time-stamp = 时间戳
verify-no-time-stamp = 无；时间由签署人自述
verify-time-stamp-by = { $at }，由{ $by }出具
verify-time-stamp-not-trusted = { $at }，由{ $by }出具，但出具者不受信任：{ $why }
verify-revocation = 吊销
verify-revocation-not-checked = 未检查：文件中没有涉及此证书的吊销列表，也未提供这样的列表，并且不会联网查询
verify-revocation-good = 未吊销（依据{ $as_of }的列表）
verify-revocation-revoked = { $name }的证书已于{ $since }吊销
verify-issuer = 颁发者
verify-validity = 有效期
verify-valid = { $from }至{ $until }
verify-chain = 证书链

## What was altered

verify-not-a-report = 这不是Writeback Readiness的报告。
verify-not-a-pdf = 这不是PDF文件。
verify-damaged = 文件已损坏，或已加密。
verify-truncated = 文件不完整。
verify-bytes-after-end = 文件末尾被追加了内容。
verify-hidden-bytes = 文件中含有其自身表格未登记的字节或对象。
verify-too-many-updates = 文件更新次数过多，无法验证。
verify-changed-page = 第{ $page }页已被更改。
verify-changed-pages = 有页面被添加、删除或调换顺序。
verify-changed-file = 嵌入的文件已被更改。
verify-changed-form = 表单已被更改。
verify-changed-field = 签名栏“{ $field }”已被更改。
verify-changed-properties = 文档属性已被更改。
verify-changed-structure = 文档结构已被更改：字形、图像、书签等。
verify-no-assessment = 缺少嵌入的评估，或其有两种指向。
verify-file-unreadable = 无法读取嵌入的文件“{ $name }”。
verify-assessment-damaged = 无法读取嵌入的评估：{ $why }
verify-newer = 嵌入的评估由更新的程序写入（版本{ $version }）。请使用更新的程序。
verify-assessment-changed = 嵌入的评估已被更改：其校验摘要与页面上印出的不一致。
verify-not-one = 嵌入的评估与页面不相符。
verify-signed-other = { $who }签署的不是文件中嵌入的评估。
verify-signature-of = 签名“{ $field }”：{ $why }

## What is wrong with a signature

verify-not-looked-at = 未查看。
verify-covers-wrong = 签名未按要求覆盖文件。
verify-other-role = 签署角色与签名栏的角色不符。
verify-unknown-kind = 不支持此类签名。
verify-unknown-algorithm = 签名使用了不受支持的算法（{ $algorithm }）。
verify-weak-digest = 签名使用了可被伪造的SHA-1或MD5。
verify-weak-key = { $name }的密钥为不足2048位的RSA密钥，可被破解。
verify-signature-unreadable = 无法读取签名。
verify-no-certificate = 缺少签署人的证书。
verify-other-certificate = 签名所用的证书与其声明的证书不同。
verify-content-changed = 签署的内容此后已被更改。
verify-signature-wrong = 签名并非由其证书的密钥生成。
verify-time-stamp-unreadable = 无法读取时间戳。
verify-time-stamp-other = 时间戳属于另一份签名。

## Why a signer is not trusted

verify-self-signed = { $name }为自签名：文件此后未被更改，但不能证明签署人身份。
verify-unknown-issuer = 没有受信任的根证书为{ $name }作证。
verify-expired = { $name }的证书已于{ $until }到期，且没有可信的时间戳证明签名早于该时间。
verify-not-yet-valid = { $name }的证书自{ $from }起才有效。
verify-revoked = { $name }的证书已于{ $since }吊销。
verify-not-for-signing = { $name }的证书不允许用于此用途。
verify-authority-signed = { $name }的证书属于证书颁发机构，不得直接签署文档。
verify-weak-chain = { $name }的证书链使用了过弱或不受支持的算法。
verify-chain-refused = { $name }的证书链不成立（{ $why }）。

## Roots that a person gives

roots-damaged = 其中第{ $number }个证书已损坏：{ $why }
roots-none = 其中没有证书。请选择PEM或DER格式的证书文件（.pem、.crt、.cer）。
lists-damaged = 其中第{ $number }个吊销列表无法读取：{ $why }
lists-none = 其中没有吊销列表。请选择PEM或DER格式的吊销列表文件（.crl、.pem）。
