import Glibc

// The system has its causes in English, unless a locale of its own is installed: the usual ones are said in Chinese here.
extension SystemError {
    /// `description` in Chinese.
    package var chineseDescription: String {
        "\(Self.chineseStreams[path] ?? path + " ")无法\(operation.chinese)：\(chineseReason)"
    }

    /// `reason` in Chinese.
    package var chineseReason: String {
        switch cause {
        case .notAFile: "不是文件"
        case .tooLarge: "太大"
        case .held: "另一程序占用着它"
        case .code(let code): Self.chineseReasons[code] ?? reason
        }
    }

    private static let chineseStreams = [
        "standard input": "标准输入", "standard output": "标准输出", "standard error": "标准错误",
    ]

    private static let chineseReasons: [Int32: String] = [
        ENOENT: "不存在", ENOTDIR: "路径中有一段不是文件夹", EISDIR: "是文件夹", EACCES: "没有权限", EPERM: "不允许",
        EEXIST: "已经存在", ENOSPC: "磁盘已满", EDQUOT: "配额已满", EROFS: "文件系统只读", EIO: "读写出错",
        EMFILE: "打开的文件太多", ENFILE: "系统打开的文件太多", ENOMEM: "内存不足", ENAMETOOLONG: "名称太长",
        ELOOP: "符号链接成环", EPIPE: "读取方已离开", ECONNREFUSED: "无人应答", ETIMEDOUT: "超时",
        EAGAIN: "资源暂时不够", EBADF: "没有打开", EBUSY: "正被占用", EFBIG: "文件太大", ENXIO: "没有这样的设备", EINVAL: "参数不合适",
    ]
}

extension SystemError.Operation {
    fileprivate var chinese: String {
        switch self {
        case .examined: "查看"
        case .opened: "打开"
        case .read: "读取"
        case .listed: "列出"
        case .written: "写入"
        case .made: "创建"
        case .removed: "删除"
        case .renamed: "改名"
        case .locked: "锁定"
        case .started: "启动"
        case .connected: "连接"
        }
    }
}
