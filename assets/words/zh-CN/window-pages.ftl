# window.ftl 之外的页面文字：概览、开始、评估对象、报告、关于。

ui-overview-certificate-ends = 证书有效至 { $day }
ui-overview-table-ends = 数据应于 { $day }前更新

ui-start-locate = 文件已不在原处。按 Enter 查找，按 Del 从列表中移除。

ui-subject-change = 更改，并将已有结果保留为失效
ui-subject-other-forest = 不在 { $forest } 之下：是否属于另一个林？

ui-report-no-glyph = { $count } 个字符没有字形：{ $letters }。
ui-report-no-glyph-text = 它们在 PDF 中会显示为方框，其他格式不受影响。
ui-report-show-where = 显示位置
ui-report-open = 打开
ui-report-open-of = 打开：{ $format }
ui-report-folder = 在文件夹中显示
ui-report-folder-of = 在文件夹中显示：{ $format }

ui-about-version-of = 版本 { $version }，提交 { $commit }
ui-about-settings = 设置文件夹
ui-about-open-settings = 打开设置文件夹
ui-about-licences = 许可证
ui-about-copy-licences = 复制列表
ui-about-faces = 字体与图标
ui-about-crates = 组件
ui-table-endpoints = 主机与端口
ui-table-versions = Entra Connect 版本
ui-table-licences = 租户许可证
ui-table-roles = 角色
ui-table-rights = 目录权限
ui-table-permissions = 登录所需权限
ui-table-events = 事件与错误代码
