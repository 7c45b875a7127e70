# 窗口中检查项列表与检查项详情的文字。

## 列表

ui-item-all = 全部
ui-item-to-do = 待处理
ui-item-show = 显示
ui-item-filter = 筛选
ui-item-filter-set = 筛选：{ $what }
ui-item-filter-remove = 移除筛选：{ $what }
ui-item-filter-clear = 清除
ui-item-filter-status = 状态
ui-item-filter-weight = 权重
ui-item-filter-looks-at = 查看对象
ui-item-met = 已满足 { $met } / { $all }
ui-item-none-match = 没有符合条件的检查项。
ui-item-clear-filters = 清除筛选
ui-item-none-selected = 请选择检查项。用上下方向键移动，按 Enter 打开。
ui-item-excepted-was = 已例外，原为{ $was }
ui-item-excepted-until = 有效至{ $day }
ui-item-exception-lapsed = 例外已到期
ui-item-answered = { $outcome }，回答人：{ $who }
ui-item-answer-lapsed = { $who }的回答已到期
ui-item-looks-at = 查看对象：{ $sources }
ui-item-list-name = 检查项
ui-item-spoken-weight = { $weight }
ui-item-spoken-place = 测量位置：{ $place }

## 详情的开头

ui-item-point = 第{ $part }部分第{ $step }步
ui-item-article = 文章
ui-item-copy-id = 复制标识 { $id }
ui-item-copy-link = 复制“标题：判定，检查结果”
ui-item-previous = 上一个检查项
ui-item-next = 下一个检查项
ui-item-measured-from = 测量位置：{ $place }
ui-item-measured-only-from = 测量位置：{ $place }。可以警告或判为未通过，但不能判为通过
ui-item-evidence-of = 证据时间 { $time }
ui-item-stale = 评估对象更改之前的结果
ui-item-machine = 机器：{ $verdict }
ui-item-not-run-yet = 尚未运行。运行此项查看实际情况，或人工回答。
ui-item-needs-answer = 只有人能判断。请人工回答。
ui-item-running-now = 运行中
ui-item-exception-ended = 例外已于{ $day }结束。
ui-item-exception-ended-text = 原结果重新计入。
ui-item-exception-uncovered = 例外不涵盖现在的检查结果。
ui-item-renew = 续期
ui-item-answer-ended = { $who }的回答有效至{ $day }。
ui-item-answer-ended-text = 该回答不再计入。
ui-item-answer-other-subject = { $who }的回答针对另一个评估对象。
ui-item-answer-again = 重新回答
ui-item-likely-cause = 可能的原因

## 详情的各部分

ui-item-seen = 看到了什么
ui-item-fix = 如何修复
ui-item-why = 为什么重要
ui-item-evidence = 证据
ui-item-article-says = 文章原文
ui-item-history = 历史
ui-item-notes = 备注与附件
ui-item-question = 需要查看的内容
ui-item-facts = { $count } 条事实
ui-item-times = 已判定 { $count } 次
ui-item-kept = { $count } 条
ui-item-differs = 今天的文档有不同或补充
ui-item-beyond-article = 文章未提及
ui-item-looked-at = 查看的内容
ui-item-value-seen = 看到的结果
ui-item-copy = 复制
ui-item-copied = 已复制
ui-item-copy-step = 复制第 { $step } 步的命令
ui-item-copy-row = 复制此行
ui-item-open = 打开
ui-item-open-link = 打开 { $host }
ui-item-step-spoken = 第 { $step } 步
ui-item-then = 文章，2021年8月
ui-item-today = 今天的文档
ui-item-no-article = 文章没有提到这一点；它来自今天的文档和实际经验。
ui-item-sources = 文档
ui-item-no-history = 尚未判定。
ui-item-no-notes = 还没有备注。
ui-item-attached-save = 保存附于{ $time }的{ $name }的副本
ui-item-note-by = { $who }，{ $time }
ui-item-no-evidence = 此检查结果没有保存证据。

## 逐步显示的连接

ui-item-step-not-reached = 未到达
ui-item-step-same = { $same } / { $all } 个结果相同
ui-item-step-differ = { $count } 次尝试，结果不同
ui-item-step-addresses = { $count ->
        [1] { $address }
       *[other] { $address } 等另外 { $more } 个
    }
ui-item-step-signed-by = 由 { $issuer } 签发
ui-item-step-status = 应答 { $status }
ui-item-step-name = { $step }，{ $result }
ui-item-step-done = 用时 { $took }
ui-item-step-broke = { $took } 后中断
ui-item-attempts = 显示所有尝试
ui-item-attempt = { $host }，{ $way }
ui-item-attempt-answered = 应答 { $status }，用时 { $took }

## 空闲测试

ui-item-idle = 静默的连接
ui-item-idle-article = 文章：3 分钟
ui-item-idle-sync = 同步：6 分钟
ui-item-idle-control = 对照，{ $silence }
ui-item-idle-survived = 已应答，{ $took }
ui-item-idle-gateway = 网关应答 { $status }
ui-item-idle-reset = { $after } 被重置
ui-item-idle-closed = { $after } 被对端正常关闭
ui-item-idle-dropped = { $after } 后无应答
ui-item-idle-not-opened = 未能打开
ui-item-idle-not-tested = 未测试

## 操作栏

ui-item-answer = 人工回答
ui-item-answer-short = 回答
ui-item-accept = 接受为例外
ui-item-accept-short = 例外
ui-item-note = 备注
ui-item-run = 重新运行
ui-item-run-first = 运行
ui-item-no-check = 机器无法查看此项。请人工回答。
ui-item-nothing-to-accept = 只有检查结果才能被接受为例外。
ui-item-failed-check = 未通过的检查不能用人工回答覆盖。请改为接受例外。

## 回答表单

ui-form-answer = 您的回答
ui-form-who = 回答人
ui-form-role = 职务
ui-form-why = 理由或依据
ui-form-until = 有效至
ui-form-until-help = 年-月-日，例如 2027-02-28
ui-form-optional = 可选
ui-form-days = { $days } 天
ui-form-attachments = 附件
ui-form-attach = 附加文件
ui-form-remove = 移除 { $name }
ui-form-attachment = { $name }，{ $kilobytes } KB
ui-form-save-answer = 保存回答
ui-form-cancel = 取消
ui-form-discard = 放弃草稿
ui-form-beside = 与机器结果并列保存
ui-form-no-outcome = 请选择三项之一。
ui-form-bad-date = 请按 2027-02-28 的格式填写日期。
ui-form-letters = { $count } / 2,000

## 例外表单

ui-form-accept-why = 可接受的理由
ui-form-accept-why-short = 请用至少20个字符说明可接受的理由。
ui-form-owner = 负责人
ui-form-owner-help = 接受该结果并承担风险的人。
ui-form-accept-until = 有效至
ui-form-accept-button = 接受至{ $day }
ui-form-accept-button-no-date = 接受
ui-form-original-stays = 原结果会一并保留；例外结束后恢复。
ui-form-becomes = 结论将变为：{ $conclusion }
ui-form-becomes-excepted = 结论将变为：就绪，含 { $count } 个例外
ui-form-stays = 结论仍为{ $conclusion }：另有 { $count } 个原因
ui-form-accepted-by = 由{ $who }接受，有效至{ $day }
ui-form-end-now = 立即结束
ui-form-change = 更改

## 备注表单

ui-form-note = 备注
ui-form-save-note = 保存备注
