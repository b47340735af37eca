import CaseFiles
import CaseModel
import Seminar
import System

/// The host: paths and their rights, sshd, the kernel.
extension Finding {
    static func configuration(_ configuration: Configuration) -> Finding {
        guard let path = configuration.path else {
            return Finding(
                .configuration, .ok, zh: "没有：XDG_CONFIG_HOME 和 HOME 都没有设置",
                en: "none: neither XDG_CONFIG_HOME nor HOME is set")
        }
        if !configuration.errors.isEmpty {
            let count = configuration.errors.count
            return Finding(
                .configuration, .problem, zh: "\(path) 有 \(count) 处错误", en: "errors in \(path): \(count)",
                advice: Text(chinese: "triptych config 逐一列出", english: "'triptych config' tells each"))
        }
        return FileSystem.exists(path)
            ? Finding(.configuration, .ok, zh: path, en: path)
            : Finding(.configuration, .ok, zh: "没有（会读 \(path)）", en: "none (\(path) would be read)")
    }

    static func state(_ folder: StateFolder?) -> Finding {
        guard let folder else {
            return Finding(
                .state, .remark, zh: "XDG_STATE_HOME 和 HOME 都没有设置，标记与笔记不保存",
                en: "neither XDG_STATE_HOME nor HOME is set, so marks and notes are not kept",
                advice: Text(
                    chinese: "export XDG_STATE_HOME=一个可写的文件夹",
                    english: "export XDG_STATE_HOME=a folder that you can write to"))
        }
        guard folder.canKeep else {
            return Finding(
                .state, .problem, zh: "\(folder.path) 不可写，标记与笔记不保存",
                en: "\(folder.path) cannot be written to, so marks and notes are not kept",
                advice: Text(
                    chinese: "改正它的属主或权限，或另设 XDG_STATE_HOME",
                    english: "mend its owner or permissions, or set XDG_STATE_HOME to another folder"))
        }
        if let status = try? FileSystem.status(of: folder.path), status.permissions & 0o077 != 0 {
            return Finding(
                .state, .remark, zh: "\(folder.path) 别的用户也能读", en: "\(folder.path) is open to other users",
                advice: Text(chinese: "chmod 700 \(folder.path)", english: "chmod 700 \(folder.path)"))
        }
        return Finding(.state, .ok, zh: folder.path, en: folder.path)
    }

    static func runtime(_ folder: SeminarFolder) -> Finding {
        guard FileSystem.exists(folder.path) else {
            return Finding(
                .runtime, .ok, zh: "\(folder.path)，第一次讲解时建立",
                en: "\(folder.path), made by the first talk that is shared")
        }
        do throws(SeminarError) { try folder.verify() } catch {
            return Finding(
                .runtime, .problem, zh: "\(error)", en: "\(error)",
                advice: Text(
                    chinese: "改正后才能主持或跟随研讨课", english: "mend it before presenting or following a seminar"))
        }
        return Finding(.runtime, .ok, zh: folder.path, en: folder.path)
    }

    static func `case`(_ path: String?) -> Finding? {
        guard let path else { return nil }
        return FileSystem.exists(path)
            ? Finding(.case, .ok, zh: path, en: path)
            : Finding(
                .case, .problem, zh: "默认的案例 \(path) 不存在", en: "the usual case \(path) is not there",
                advice: Text(
                    chinese: "改正 TRIPTYCH_CASE 或配置里的 case",
                    english: "mend TRIPTYCH_CASE, or 'case' in the configuration"))
    }

    /// What sshd's configuration lacks for the accounts of a seminar; nothing on a host without such accounts.
    static func sshd(_ configuration: SSHDConfiguration) -> [Finding] {
        configuration.accounts.map { account in
            let missing = account.missing
            guard !missing.isEmpty else {
                return Finding(.sshd, .ok, zh: account.name, en: account.name)
            }
            return Finding(
                .sshd, .problem, zh: "\(account.name) 缺少：\(missing.joined(separator: "；"))",
                en: "\(account.name) lacks: \(missing.joined(separator: "; "))",
                advice: Text(
                    chinese: "在这个 Match 下补上，然后 sshd -t，systemctl reload ssh",
                    english: "add them below its Match, then sshd -t and systemctl reload ssh"))
        }
    }

    static func seccomp(isThere: Bool) -> Finding {
        isThere
            ? Finding(.seccomp, .ok, zh: "内核可过滤系统调用", en: "the kernel filters system calls")
            : Finding(
                .seccomp, .remark, zh: "内核不过滤系统调用，--kiosk 不能启动",
                en: "the kernel does not filter system calls, so that --kiosk cannot start",
                advice: Text(
                    chinese: "来宾会话需要带 CONFIG_SECCOMP_FILTER 的内核，容器也须允许",
                    english:
                        "a host for guests needs a kernel with CONFIG_SECCOMP_FILTER, and a container that allows it"
                ))
    }

    static func landlock(version: Int?) -> Finding {
        version.map { Finding(.landlock, .ok, zh: "第 \($0) 版", en: "version \($0)") }
            ?? Finding(.landlock, .ok, zh: "没有；来宾会话只靠 seccomp", en: "none; kiosks rely on seccomp alone")
    }
}
