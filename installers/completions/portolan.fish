# SPDX-License-Identifier: GPL-3.0-or-later
complete -c portolan -f
complete -c portolan -l workspace -r -a '(__fish_complete_directories)' -d 'Open this folder'
complete -c portolan -l demo -d 'Open the demo mesh'
complete -c portolan -l profile -r -a '(__fish_complete_directories)' -d 'The profile to use'
complete -c portolan -l open -x -d 'Open the page of the thing with this id'
complete -c portolan -l theme -x -a 'system light dark contrast' -d 'The look of this start'
complete -c portolan -l tour -r -a '(__fish_complete_directories)' -d 'Write a picture of every pane here and exit'
complete -c portolan -l help -d 'Print the options'
complete -c portolan -l version -d 'Print the version'
