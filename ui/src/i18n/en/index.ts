import caseWords from './case'
import guide from './guide'
import intake from './intake'
import kit from './kit'
import matter from './matter'
import notice from './notice'
import operator from './operator'
import paper from './paper'
import setup from './setup'
import shell from './shell'
import sync from './sync'
import workbench from './workbench'

export default { case: caseWords, guide, intake, kit, matter, notice, operator, paper, setup, shell, sync, workbench }
