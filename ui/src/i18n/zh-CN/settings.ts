export default { title: '设置', sections: '设置的各部分' }
