# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for portolan-cli(1)
_portolan_cli()
{
    local cur prev words cword
    _init_completion || return
    case $prev in
        --profile | --folder)
            _filedir -d
            return
            ;;
        --output)
            _filedir
            return
            ;;
        --format)
            mapfile -t COMPREPLY < <(compgen -W 'csv json xlsx md' -- "$cur")
            return
            ;;
        --name | --url | --account | --limit | --offset | --as | --port | --purpose | --for | --role | --field | --from | --to | --justification | --exception | --state | --reason | --expiring)
            return
            ;;
    esac
    local commands='accounts sync status search facets show lineage quality slo incidents request agreement edit joins outbox export lint doctor'
    local command='' place=0 i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
            --profile) ((i++)) ;;
            -*) ;;
            *)
                command=${words[i]}
                place=$i
                break
                ;;
        esac
    done
    local offered='--profile --json --help --version'
    case $command in
        '') offered="$commands $offered" ;;
        accounts)
            offered='--name --folder --url --as --other-requests --no-check --discard --token-stdin --user --password-stdin --oidc --client-id --scopes --device --anonymous --ca-file --client-cert --client-key --key-password-stdin --proxy --proxy-user --proxy-password-stdin --domains --request-path --product-path --profile --json --help'
            if ((cword == place + 1)); then
                offered="list platforms add edit sign-in remove $offered"
            elif [[ ${words[place + 1]} == add ]] && ((cword == place + 2)); then
                offered="files demo $offered"
            fi
            ;;
        sync) offered='--account --full --token-stdin --key-password-stdin --profile --json --help' ;;
        search) offered='--limit --offset --platforms --account --profile --json --help' ;;
        quality) offered='--at --runs --dimensions --profile --json --help' ;;
        slo | incidents) offered='--at --profile --json --help' ;;
        request)
            offered='--port --purpose --for --role --field --from --to --justification --exception --accept-terms --draft --mine --to-review --state --approve --reject --ask --reason --text --profile --json --help'
            ((cword == place + 1)) && offered="check create list show decide answer withdraw $offered"
            ;;
        agreement)
            offered='--expiring --to --justification --exception --accept-terms --reason --profile --json --help'
            ((cword == place + 1)) && offered="list show renew suspend resume terminate $offered"
            ;;
        edit) offered='--description --tag --untag --owner --disown --undo --profile --json --help' ;;
        joins)
            offered='--profile --json --help'
            ((cword == place + 1)) && offered="list split join forget $offered"
            ;;
        outbox)
            offered='--profile --json --help'
            ((cword == place + 1)) && offered="list retry discard $offered"
            ;;
        lineage) offered='--all --upstream --downstream --fields --filter --jobs --at --diff --layout --format --output --profile --json --help' ;;
        export)
            offered='--format --output --profile --json --help'
            ((cword == place + 1)) && offered="domain team person product port contract asset field term tag check policy $offered"
            ;;
        doctor) offered='--bundle --profile --json --help' ;;
        lint)
            if [[ $cur != -* ]]; then
                _filedir '@(yaml|yml|json)'
                return
            fi
            offered='--policies --json --help'
            ;;
        *) offered='--profile --json --help' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$cur")
} && complete -F _portolan_cli portolan-cli
