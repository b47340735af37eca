import System

/// The scripts that shells load. They ask the program how the word at the cursor can go on, and put it there; files and
/// folders are the shells' own matter.
enum CompletionScript: String, CaseIterable {
    case bash, zsh, fish

    /// The option that asks for a script.
    private static let option = "--generate-completion-script"

    /// The script that a command line asks for, without a name that of the reader's shell; nil for any other line.
    init?(askedForBy arguments: [String]) {
        guard let place = arguments.firstIndex(where: { $0.hasPrefix(Self.option) }) else { return nil }
        let named = arguments[place].dropFirst(Self.option.count + 1)
        let following = arguments.dropFirst(place + 1).first { !$0.hasPrefix("-") }
        let shell = CurrentProcess.variable("SHELL")?.split(separator: "/").last.map(String.init)
        guard let name = named.isEmpty ? following ?? shell : String(named) else { return nil }
        self.init(rawValue: name)
    }

    var text: String {
        switch self {
        case .bash:
            #"""
            #!/bin/bash
            _triptych() {
                local -a lines
                mapfile -t lines < <("${1}" ---complete bash "${2}" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
                COMPREPLY=()
                case "${lines[0]}" in
                files) compopt -o default ;;
                folders) compopt -o dirnames ;;
                *) COMPREPLY=("${lines[@]:1}") ;;
                esac
                # A facet's value follows its colon at once.
                [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *[:=] ]] && compopt -o nospace
                return 0
            }
            complete -F _triptych triptych

            """#
        case .zsh:
            #"""
            #compdef triptych
            _triptych() {
                local -a lines values shown open
                local line value
                local -i widest=0
                lines=("${(@f)$("${(Q)words[1]}" ---complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)IPREFIX}${(Q)PREFIX}" 2>/dev/null)}")
                case "${lines[1]}" in
                files) _files; return ;;
                folders) _files -/; return ;;
                esac
                for line in "${lines[@]:1}"; do
                    value="${line%%$'\t'*}"
                    (( ${#value} > widest )) && widest=${#value}
                done
                for line in "${lines[@]:1}"; do
                    value="${line%%$'\t'*}"
                    # A facet's value follows its colon at once.
                    if [[ "${value}" == *[:=] ]]; then
                        open+=("${value}")
                    elif [[ -n "${value}" ]]; then
                        values+=("${value}")
                        [[ "${line}" == *$'\t'* ]] && value="${(r:widest:)value}  -- ${line#*$'\t'}"
                        shown+=("${value[1,COLUMNS-1]}")
                    fi
                done
                (( ${#open} )) && compadd -U -V open -S '' -a open
                if [[ "${shown[1]}" == *'  -- '* ]]; then
                    compadd -U -V triptych -l -d shown -a values
                else
                    compadd -U -V triptych -a values
                fi
                (( ${#open} + ${#values} ))
            }
            _triptych "$@"

            """#
        case .fish:
            #"""
            function __triptych_complete
                set -l words (commandline -opc)
                set -l typed (commandline -ct | string replace -r '^["\']' '')
                set typed (string unescape -- "$typed"; or printf '%s\n' "$typed")
                set -l lines (command $words[1] ---complete fish $words[2..] "$typed" 2>/dev/null)
                switch "$lines[1]"
                    case files
                        __fish_complete_path "$typed"
                    case folders
                        __fish_complete_directories "$typed"
                    case '*'
                        test (count $lines) -gt 1; and printf '%s\n' $lines[2..]
                end
            end
            complete -c triptych -f -k -a '(__triptych_complete)'

            """#
        }
    }
}
