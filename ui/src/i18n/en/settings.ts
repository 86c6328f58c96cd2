export default { title: 'Settings', sections: 'Parts of the settings' }
