# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for portolan(1)
_portolan()
{
    local cur prev words cword
    _init_completion || return
    case $prev in
        --workspace | --profile | --tour)
            _filedir -d
            return
            ;;
        --theme)
            mapfile -t COMPREPLY < <(compgen -W 'system light dark contrast' -- "$cur")
            return
            ;;
        --open)
            return
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '--workspace --demo --profile --open --theme --tour --help --version' -- "$cur")
} && complete -F _portolan portolan
