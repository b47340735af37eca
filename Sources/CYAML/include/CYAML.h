// libyaml for Swift.
#ifndef TRIPTYCH_CYAML_H
#define TRIPTYCH_CYAML_H

#include <yaml.h>

#endif
